package wrenchline.gateway.mqtt;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import wrenchline.config.BrokerSettings;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;

/**
 * Reads our own topics, in a session that the broker keeps for us.
 *
 * @param retained for copies that it retains
 */
record TelemetryErrand(BrokerSettings settings, Inlet inlet, Inlet retained) implements Errand {

    @Override
    public String clientId() {
        return settings.clientId();
    }

    /** What was published at QoS 2 comes at QoS 1 then, and is acknowledged once. */
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
    public boolean receiveRetained(Arrival arrival, Runnable whenRoom) {
        return retained.receive(arrival, whenRoom);
    }

    @Override
    public void leave(Publisher broker) {}

    @Override
    public void end() {}
}
