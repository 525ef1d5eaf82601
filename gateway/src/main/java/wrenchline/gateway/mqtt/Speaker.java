package wrenchline.gateway.mqtt;

import java.util.function.Function;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.payload.Sender;

/**
 * Who is at the other end of a connection, as far as that is known, and what follows from it.
 *
 * @param client the name of its session: the client id, and the account that it belongs to
 * @param source as which its messages are noted
 * @param inlet where it brings them
 */
record Speaker(Identity identity, String client, String source, Sender sender, Inlet inlet, DeviceTopics topics) {

    static Speaker of(Identity identity, String clientId, Function<Identity, Inlet> inlets) {
        String client = identity.session(clientId);
        Sender sender = identity.sender(clientId);
        return new Speaker(
                identity, client, "mqtt:" + client, sender, inlets.apply(identity), new DeviceTopics(sender));
    }
}
