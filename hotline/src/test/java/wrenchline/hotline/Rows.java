package wrenchline.hotline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import wrenchline.hotline.ledger.Leg;
import wrenchline.hotline.ledger.LegListener;
import wrenchline.hotline.ledger.Row;

/** Everything that the ledger said, for tests to wait for. */
final class Rows implements LegListener {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<Row> rows = new ArrayList<>();

    @Override
    public void heard(Leg leg, Row row) {
        synchronized (rows) {
            rows.add(row);
            rows.notifyAll();
        }
    }

    @Override
    public void ended(Leg leg, Instant at) {}

    @Override
    public void lost(Leg leg, Instant at) {}

    /** The {@code nth} row that fits (1 is the first), waiting for it if need be. */
    Row await(String what, int nth, Predicate<Row> fits) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (rows) {
            while (true) {
                Optional<Row> found = rows.stream().filter(fits).skip(nth - 1L).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("waited in vain for " + what);
                }
                try {
                    rows.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("waiting for " + what, e);
                }
            }
        }
    }

    /** Waits until {@code prompt} begins to be played on {@code channel} for the {@code nth} time. */
    void prompt(String channel, String prompt, int nth) {
        await(
                prompt + " on " + channel,
                nth,
                row -> row.type().equals("STREAM_BEGIN")
                        && row.channel().equals(channel)
                        && row.extra().contains("\"sound\":\"" + prompt + "\""));
    }

    void prompt(String channel, String prompt) {
        prompt(channel, prompt, 1);
    }

    /** The channel with which the call of {@code caller} came in. */
    String callOf(String caller) {
        return callOf(caller, 1);
    }

    /** The channel with which the {@code nth} call of {@code caller} came in. */
    String callOf(String caller, int nth) {
        return await(
                        "the call of " + caller,
                        nth,
                        row -> row.type().equals("CHAN_START")
                                && row.context().equals("hotline")
                                && row.caller().equals(caller))
                .channel();
    }

    /** The channel of the caller in whose number there is {@code digits}. */
    String channelOf(String digits) {
        return await("the call of " + digits, 1, row -> row.caller().contains(digits))
                .channel();
    }

    /** How many channels with this id began. */
    long begun(String id) {
        synchronized (rows) {
            return rows.stream()
                    .filter(row ->
                            row.type().equals("CHAN_START") && row.channel().equals(id))
                    .count();
        }
    }

    /** Whether a channel for a call to {@code number} was ever made. */
    boolean sawDialled(String number) {
        synchronized (rows) {
            return rows.stream().anyMatch(row -> row.dialled().equals(number));
        }
    }

    /** Whether there ever was a channel with this id. */
    boolean sawChannel(String id) {
        synchronized (rows) {
            return rows.stream().anyMatch(row -> row.channel().equals(id));
        }
    }
}
