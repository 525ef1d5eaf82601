package wrenchline.gateway.sparkplug;

import java.util.List;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.payload.Decoded;

/**
 * The host on our own endpoint, where it is the MQTT server too. Nobody else says whether it is there: whoever does is not heard by the nodes,
 * and when it is that the host is away, the host says at once that it is there.
 *
 * @param state as it was announced there
 */
public record HostAtHome(SparkplugHost host, HostState state) implements Inlet {

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        if (!arrival.topic().equals(state.topic())) {
            return host.receive(arrival, whenRoom);
        }
        if (HostState.isOffline(arrival.payload())) {
            arrival.origin().publish(state.topic(), state.birth(), 1, true);
        }
        Decoded refused = new Decoded.Rejected(Decoded.Fault.TOPIC, "only this host itself says whether it is there");
        return host.keep(arrival, List.of(refused), whenRoom);
    }
}
