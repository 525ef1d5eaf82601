package wrenchline.gateway.ingest;

import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.payload.Decoded;

/** A decoded message on its way through a lane; touched by the lane's thread alone once it is queued. */
final class Message {

    /** What a message takes in memory beside its payload. */
    private static final int OVERHEAD = 512;

    /** How many times larger a payload is when decoded. */
    private static final int GROWTH = 8;

    private final Arrival arrival;
    private final Decoded decoded;
    private Outcome outcome = Outcome.KEPT;
    private boolean settled;

    Message(Arrival arrival, Decoded decoded) {
        this.arrival = arrival;
        this.decoded = decoded;
    }

    Arrival arrival() {
        return arrival;
    }

    Decoded decoded() {
        return decoded;
    }

    long weight() {
        return OVERHEAD + (long) GROWTH * arrival.payload().length;
    }

    void outcome(Outcome outcome) {
        this.outcome = outcome;
    }

    boolean isKept() {
        return outcome == Outcome.KEPT;
    }

    boolean isSettled() {
        return settled;
    }

    /** Tells the source. */
    void settle() {
        settled = true;
        arrival.acknowledgement().settled(outcome);
    }
}
