package wrenchline.hotline.ledger;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ledger is about, each call and each attempt for itself: one that cannot be dealt with is tried again with growing pauses
 * and then held for somebody to look into, and all others go on. While the database is away, all of them wait, and none is held for that.
 */
public final class Affairs {

    private static final Logger LOG = LoggerFactory.getLogger(Affairs.class);

    /** With pauses of 1, 2, 4, 8 and 16 seconds between them. */
    static final int TRIES = 6;

    private final List<LegListener> listeners;
    private final HeldAffairs held;
    private final BooleanSupplier databaseAnswers;
    private final InstantSource clock;
    private final Map<String, Affair> current = new LinkedHashMap<>();
    private final Map<String, Affair> byChannel = new HashMap<>();
    private final Set<String> waiting;
    private final Set<String> again = new HashSet<>();
    private boolean away;

    /** @param databaseAnswers whether a failure can be the fault of what could not be dealt with */
    public Affairs(List<LegListener> listeners, HeldAffairs held, BooleanSupplier databaseAnswers, InstantSource clock)
            throws IOException {
        this.listeners = List.copyOf(listeners);
        this.held = held;
        this.databaseAnswers = databaseAnswers;
        this.clock = clock;
        this.waiting = new HashSet<>(held.waiting());
    }

    /** A row came in that begins at {@code position}. */
    void take(Row row, long position) throws IOException {
        if (waiting.contains(row.linked())) {
            held.add(row.linked(), new Told.Wrote(row));
            return;
        }
        Affair affair = byChannel.get(row.channel());
        if (affair == null) {
            if (!row.type().equals("CHAN_START")) {
                return;
            }
            affair = current.computeIfAbsent(row.linked(), id -> new Affair(id, position));
        }
        add(affair, new Told.Wrote(row));
    }

    /** A channel is gone without a word. */
    void lost(String channel) throws IOException {
        Affair affair = byChannel.get(channel);
        if (affair != null) {
            add(affair, new Told.Gone(channel, clock.instant()));
        }
    }

    private void add(Affair affair, Told told) throws IOException {
        // One that is told again has rows that may be read from the file once more.
        if (again.contains(affair.id()) && affair.story().contains(told)) {
            return;
        }
        affair.add(told);
        if (affair.open().contains(told.channel())) {
            byChannel.put(told.channel(), affair);
        } else {
            byChannel.remove(told.channel());
        }
        if (away) {
            affair.postpone();
        } else if (!affair.waits()) {
            attempt(affair, () -> affair.tell(told, listeners));
        }
    }

    /** Tells again what is due, and what somebody ordered to be told again. */
    void retry() throws IOException {
        away = away && !databaseAnswers.getAsBoolean();
        for (String id : held.ordered()) {
            if (again.add(id)) {
                waiting.remove(id);
                Affair affair = held.story(id);
                affair.postpone();
                current.put(id, affair);
                affair.open().forEach(channel -> byChannel.put(channel, affair));
            }
        }
        for (Affair affair : List.copyOf(current.values())) {
            if (!away && affair.isDue(clock.instant())) {
                attempt(affair, () -> affair.retell(listeners));
            }
        }
    }

    /** Lets go of what is over and done with. */
    void settle() throws IOException {
        List<Affair> over = new ArrayList<>();
        for (Affair affair : List.copyOf(current.values())) {
            if (!away) {
                attempt(affair, () -> {
                    if (affair.settled(listeners)) {
                        over.add(affair);
                    }
                });
            }
        }
        for (Affair affair : over) {
            current.remove(affair.id());
            if (again.remove(affair.id())) {
                held.done(affair.id());
            }
        }
    }

    private void attempt(Affair affair, Runnable work) throws IOException {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            if (!databaseAnswers.getAsBoolean()) {
                LOG.warn("the database is away: {} and all that follows wait", affair.id(), trouble);
                away = true;
                affair.postpone();
                return;
            }
            affair.failed(clock.instant());
            LOG.error("dealing with {} in the ledger, try {} of {}", affair.id(), affair.failures(), TRIES, trouble);
            if (affair.failures() >= TRIES) {
                hold(affair, trouble);
            }
        }
    }

    private void hold(Affair affair, RuntimeException trouble) throws IOException {
        held.hold(affair, trouble.toString(), clock.instant());
        waiting.add(affair.id());
        again.remove(affair.id());
        current.remove(affair.id());
        byChannel.values().removeIf(affair::equals);
    }

    /** The channels that have not ended. */
    Set<String> open() {
        return Set.copyOf(byChannel.keySet());
    }

    /** Where reading must begin again after a restart. */
    long oldest() {
        return current.values().stream().mapToLong(Affair::position).min().orElse(Long.MAX_VALUE);
    }
}
