package wrenchline.gateway.mqtt;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import wrenchline.config.BrokerSettings;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;

/** Reads our own topics, in a session that the broker keeps for us. */
record TelemetryErrand(BrokerSettings settings, Inlet inlet) implements Errand {

    @Override
    public String clientId() {
        return settings.clientId();
    }

    /** Paho acknowledges the first half of QoS 2 before we see the message, so the broker is asked for QoS 1. */
    @Override
    public String filter() {
        return "equipment/#";
    }

    @Override
    public void prepare(MqttConnectOptions options) {
        options.setCleanSession(false);
    }

    @Override
    public void begin(Publisher broker) {}

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        return inlet.receive(arrival, whenRoom);
    }

    @Override
    public void leave(Publisher broker) {}

    @Override
    public void end() {}
}
