package wrenchline.gateway.mqtt;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;

/** What one connection to a broker is for. */
interface Errand extends Inlet {

    /** Names the session. */
    String clientId();

    /** To be subscribed to at QoS 1. */
    String filter();

    /** Whether the broker keeps a session, and which will. */
    void prepare(MqttConnectOptions options);

    /** Publishes what is to be published first of all; it goes out once the subscription stands. */
    void begin(Publisher broker);

    /** As {@link #receive}, for a copy that the broker kept and brings because we subscribed just now. */
    default boolean receiveRetained(Arrival arrival, Runnable whenRoom) {
        return receive(arrival, whenRoom);
    }

    /** Publishes what is to be said before leaving. */
    void leave(Publisher broker);

    /** The connection is over, whoever ended it. */
    void end();
}
