package wrenchline.gateway.mqtt.hub;

import java.util.function.Consumer;

/**
 * A message for one session.
 *
 * @param qos with which it is sent to this one
 * @param retained whether it is marked as a retained one
 * @param live whether it is only for who is connected now: it does not wait for one that comes back
 * @param ending told once what became of it
 */
public record Letter(Publication publication, int qos, boolean retained, boolean live, Consumer<Ending> ending) {

    /** What became of a letter. */
    public enum Ending {
        /** It was written to the socket; with QoS 0 nothing more is known. */
        SENT,
        /** The client has it. */
        ACKNOWLEDGED,
        /** The client has it and does not want it. */
        REFUSED,
        /** It was sent, and the connection ended before it was acknowledged. */
        UNCLEAR,
        /** It was of no use any more before it could be sent. */
        EXPIRED,
        /** Nobody was there to take it, or there was no room for it. */
        LOST;

        /** Whether the client has it, as far as its QoS tells. */
        boolean isGood() {
            return this == SENT || this == ACKNOWLEDGED;
        }
    }

    static Letter of(Publication publication, Subscription subscription, boolean retained) {
        return new Letter(publication, Math.min(publication.qos(), subscription.qos()), retained, false, ending -> {});
    }
}
