package wrenchline.gateway.ingest;

import java.util.concurrent.atomic.AtomicInteger;

/** The acknowledgement of a message that says several things: settled once each of them is. */
final class Together implements Acknowledgement {

    private final Acknowledgement whole;
    private final AtomicInteger left;
    private volatile Outcome worst = Outcome.KEPT;

    Together(int parts, Acknowledgement whole) {
        this.left = new AtomicInteger(parts);
        this.whole = whole;
    }

    @Override
    public void settled(Outcome outcome) {
        if (outcome != Outcome.KEPT) {
            worst = outcome;
        }
        if (left.decrementAndGet() == 0) {
            whole.settled(worst);
        }
    }
}
