package wrenchline.gateway.ingest;

import wrenchline.gateway.payload.Decoded;

/** How a source learns that it may acknowledge. */
@FunctionalInterface
public interface Acknowledgement {

    /** Nothing is left to be done after a group. */
    Runnable NOTHING = () -> {};

    /**
     * The message is on disk: told once, on the thread of the intake log, in the order in which the messages were received. Must
     * return at once.
     */
    void settled(Outcome outcome);

    /**
     * Messages become durable in groups. What this gives is run once after all acknowledgements of a group that give the same object,
     * on the same thread: a source that sends many acknowledgements at once collects them until then.
     */
    default Runnable afterGroup() {
        return NOTHING;
    }

    /** Whether it was understood. */
    enum Outcome {
        /** It was. */
        KEPT,
        /** It goes to quarantine, because its topic is none of ours. */
        BAD_TOPIC,
        /** It goes to quarantine, because its payload cannot be understood. */
        BAD_PAYLOAD;

        static Outcome of(Decoded part) {
            return switch (part) {
                case Decoded.Rejected(Decoded.Fault fault, String unused) ->
                    fault == Decoded.Fault.TOPIC ? BAD_TOPIC : BAD_PAYLOAD;
                case Decoded.Telemetry _, Decoded.Event _, Decoded.Status _, Decoded.Attributes _, Decoded.Answer _ ->
                    KEPT;
            };
        }

        /** What becomes of a message of which one part ended in this, and another in {@code other}. */
        Outcome and(Outcome other) {
            return this == KEPT ? other : this;
        }
    }
}
