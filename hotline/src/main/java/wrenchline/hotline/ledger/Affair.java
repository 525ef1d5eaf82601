package wrenchline.hotline.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that belongs together (一次通话): a call or an attempt with all its channels. It is told to the listeners as it comes; when one
 * of them fails, the whole of it is told again later, and no other affair waits for that. Belongs to the ledger's thread.
 */
final class Affair {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** How often the pause doubles at most. */
    private static final int LONGEST = 6;

    private final String id;
    private final long position;
    private final List<Told> story = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, Leg> alive = new LinkedHashMap<>();
    private final List<Leg> ended = new ArrayList<>();
    private int failures;
    private boolean waits;
    private Instant again = Instant.MIN;

    /**
     * @param id the channel with which it began
     * @param position its place in the ledger, from which reading must begin again after a restart
     */
    Affair(String id, long position) {
        this.id = id;
        this.position = position;
    }

    String id() {
        return id;
    }

    long position() {
        return position;
    }

    /** All that is known of it. */
    List<Told> story() {
        return List.copyOf(story);
    }

    /** The channels that have not ended. */
    Set<String> open() {
        return open;
    }

    /** How often it could not be dealt with. */
    int failures() {
        return failures;
    }

    /** Keeps what is told, which nobody has heard yet. */
    void add(Told told) {
        story.add(told);
        switch (told) {
            case Told.Gone(String channel, var _) -> open.remove(channel);
            case Told.Wrote(Row row) -> {
                if (row.type().equals("CHAN_START")) {
                    open.add(row.channel());
                } else if (row.type().equals("CHAN_END")) {
                    open.remove(row.channel());
                }
            }
        }
    }

    /** Whether it is to be told from its beginning, at {@link #again}. */
    boolean waits() {
        return waits;
    }

    boolean isDue(Instant now) {
        return waits && !now.isBefore(again);
    }

    /** A listener failed: after a pause that doubles each time all is told again. */
    void failed(Instant now) {
        again = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, LONGEST)));
        failures++;
        waits = true;
    }

    /** Nothing can be done at present, which is not its fault. */
    void postpone() {
        waits = true;
        again = Instant.MIN;
    }

    /** Tells everything from the beginning. */
    void retell(List<LegListener> listeners) {
        alive.clear();
        ended.clear();
        listeners.forEach(listener -> listener.rewound(id));
        story.forEach(told -> tell(told, listeners));
        waits = false;
    }

    /** Tells one thing more. */
    void tell(Told told, List<LegListener> listeners) {
        switch (told) {
            case Told.Wrote(Row row) -> tell(row, listeners);
            case Told.Gone(String channel, Instant at) -> {
                Leg leg = alive.get(channel);
                if (leg != null) {
                    listeners.forEach(listener -> listener.lost(leg, at));
                    over(leg);
                }
            }
        }
    }

    private void tell(Row row, List<LegListener> listeners) {
        if (row.type().equals("CHAN_START")) {
            alive.put(row.channel(), new Leg(row));
        }
        Leg leg = alive.get(row.channel());
        if (leg == null) {
            return;
        }
        leg.take(row);
        listeners.forEach(listener -> listener.heard(leg, row));
        if (row.type().equals("CHAN_END")) {
            listeners.forEach(listener -> listener.ended(leg, row.at()));
            over(leg);
        }
    }

    private void over(Leg leg) {
        alive.remove(leg.channel());
        ended.add(leg);
    }

    /** Whether all its channels are gone, and everything about them is done. */
    boolean settled(List<LegListener> listeners) {
        if (waits || !open.isEmpty()) {
            return false;
        }
        ended.removeIf(leg -> listeners.stream().allMatch(listener -> listener.settled(leg)));
        return ended.isEmpty();
    }
}
