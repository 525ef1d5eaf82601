package wrenchline.gateway.ingest;

/** How a source learns that it may acknowledge. */
@FunctionalInterface
public interface Acknowledgement {

    /** The message is on disk: told once, on the thread of its lane. Must return at once. */
    void settled(Outcome outcome);

    /** Where on disk. */
    enum Outcome {
        /** In the history or with the devices. */
        KEPT,
        /** In the quarantine, because its topic is none of ours. */
        BAD_TOPIC,
        /** In the quarantine, because its payload cannot be understood. */
        BAD_PAYLOAD
    }
}
