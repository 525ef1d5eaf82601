package wrenchline.gateway.mqtt;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import wrenchline.config.BrokerSettings;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.sparkplug.HostState;
import wrenchline.gateway.sparkplug.SparkplugHost;

/**
 * Is a Sparkplug Host Application on a broker: with a clean session, as its specification demands, and therefore on a connection of its
 * own.
 */
record HostErrand(BrokerSettings settings, SparkplugHost host, HostState state) implements Errand {

    private static final int AT_LEAST_ONCE = 1;

    HostErrand(BrokerSettings settings, SparkplugHost host) {
        this(settings, host, host.state());
    }

    @Override
    public String clientId() {
        return settings.clientId() + "-sparkplug";
    }

    @Override
    public String filter() {
        return SparkplugHost.ROOT + "#";
    }

    @Override
    public void prepare(MqttConnectOptions options) {
        options.setCleanSession(true);
        options.setWill(state.topic(), state.will(), AT_LEAST_ONCE, true);
    }

    @Override
    public void begin(Publisher broker) {
        broker.publish(state.topic(), state.birth(), AT_LEAST_ONCE, true);
    }

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        if (arrival.topic().equals(state.topic()) && HostState.isOffline(arrival.payload())) {
            // The will of an earlier connection comes late, or somebody else uses our name.
            begin(arrival.origin());
        }
        return host.receive(arrival, whenRoom);
    }

    @Override
    public void leave(Publisher broker) {
        broker.publish(state.topic(), host.farewell(), AT_LEAST_ONCE, true);
    }

    @Override
    public void end() {
        host.lost();
    }
}
