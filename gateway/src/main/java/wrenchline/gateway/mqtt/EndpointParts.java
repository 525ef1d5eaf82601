package wrenchline.gateway.mqtt;

import java.time.InstantSource;
import java.util.function.Function;
import wrenchline.config.MqttSettings;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.mqtt.hub.Hub;
import wrenchline.gateway.quota.Meters;

/** What the event loops of one endpoint share; all of it may be used by several threads. */
record EndpointParts(
        MqttSettings settings,
        EndpointLimits limits,
        Function<Identity, Inlet> inlets,
        Meters meters,
        InstantSource clock,
        SignIn signIn,
        Clients clients,
        Hub hub,
        Sessions sessions,
        Wills wills) {

    /** Room for topic and properties. A payload a little too long is quarantined, a much longer one ends the connection. */
    private static final int BESIDE_PAYLOAD = 64 * 1024;

    int maxMessageBytes() {
        return settings.maxPayloadBytes() + BESIDE_PAYLOAD;
    }
}
