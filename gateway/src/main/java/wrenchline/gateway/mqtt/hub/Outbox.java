package wrenchline.gateway.mqtt.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.gateway.mqtt.hub.Letter.Ending;

/**
 * What waits for one session, and what was sent to it and not acknowledged. In memory and bounded: when it is full, messages of QoS 0
 * are dropped and counted; a message of QoS 1 is never dropped silently: the session ends, which its client sees when it connects
 * again. May be used by several threads.
 */
public final class Outbox {

    private static final int LAST_PACKET = 65_535;

    private final String name;
    private final HubLimits limits;
    private final HubCounters counters;
    private final Deque<Letter> waiting = new ArrayDeque<>();
    private final Map<Integer, Letter> sent = new LinkedHashMap<>();
    private final Deque<Integer> again = new ArrayDeque<>();
    private final Set<String> filters = new HashSet<>();
    private @Nullable Reader reader;
    private long bytes;
    private int lastPacket;
    private boolean closed;

    /** Who sends what waits: a connection. */
    public interface Reader {

        /** Something waits; from any thread, at once. */
        void mail();

        /** The session has ended because there was too much for it; from any thread, at once. */
        void overflowed();
    }

    /**
     * A letter on its way.
     *
     * @param packet its id; 0 with QoS 0
     * @param again whether it may have been sent before
     */
    public record Parcel(Letter letter, int packet, boolean again) {}

    Outbox(String name, HubLimits limits, HubCounters counters) {
        this.name = name;
        this.limits = limits;
        this.counters = counters;
    }

    /** Of its session. */
    public String name() {
        return name;
    }

    /** The client is connected: what it did not acknowledge is sent again, in order. */
    public void attach(Reader connection) {
        synchronized (this) {
            reader = connection;
            again.clear();
            again.addAll(sent.keySet());
        }
        connection.mail();
    }

    /** The client is away; until it is back only messages of QoS 1 wait for it. */
    public synchronized void detach() {
        reader = null;
        waiting.removeIf(letter -> (letter.qos() == 0 || letter.live()) && forget(letter, Ending.LOST));
        sent.values().removeIf(letter -> letter.live() && forget(letter, Ending.UNCLEAR));
    }

    /** Whether the session has ended by itself, because there was too much for it. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** The session ends: nothing is sent any more. */
    void close() {
        List<Letter> lost = new ArrayList<>();
        synchronized (this) {
            closed = true;
            lost.addAll(sent.values());
            lost.addAll(waiting);
            sent.clear();
            again.clear();
            waiting.clear();
            counters.holding(-bytes);
            bytes = 0;
        }
        lost.forEach(letter -> letter.ending().accept(Ending.LOST));
    }

    /** Takes {@code letter} in, if there is room. */
    void offer(Letter letter) {
        Reader told;
        boolean full;
        synchronized (this) {
            told = reader;
            full = isFull(letter);
            if (closed || (told == null && (letter.qos() == 0 || letter.live()))) {
                full = false;
                told = null;
                letter.ending().accept(Ending.LOST);
            } else if (!full) {
                waiting.add(letter);
                hold(letter.publication().bytes());
            }
        }
        if (full) {
            overflow(letter, told);
        } else if (told != null) {
            told.mail();
        }
    }

    private void overflow(Letter letter, @Nullable Reader told) {
        counters.dropped();
        letter.ending().accept(Ending.LOST);
        if (letter.qos() == 0) {
            return;
        }
        counters.overflowed();
        close();
        if (told != null) {
            told.overflowed();
        }
    }

    /**
     * The next to be sent; null when nothing may be sent now.
     *
     * @param window how many may be sent without having been acknowledged
     */
    public synchronized @Nullable Parcel take(int window) {
        for (Integer packet = again.poll(); packet != null; packet = again.poll()) {
            Letter letter = sent.get(packet);
            if (letter != null) {
                return new Parcel(letter, packet, true);
            }
        }
        for (Letter head = waiting.peek(); head != null; head = waiting.peek()) {
            if (head.publication().isExpired(System.nanoTime())) {
                forget(waiting.remove(), Ending.EXPIRED);
            } else if (head.qos() == 0) {
                forget(waiting.remove(), Ending.SENT);
                return new Parcel(head, 0, false);
            } else if (sent.size() < window) {
                waiting.remove();
                sent.put(nextPacket(), head);
                return new Parcel(head, lastPacket, false);
            } else {
                return null;
            }
        }
        return null;
    }

    /** The client has answered {@code packet}; or we know that it never will. */
    public synchronized void settle(int packet, Ending ending) {
        Letter letter = sent.remove(packet);
        if (letter != null) {
            forget(letter, ending);
        }
    }

    /** Filters of its subscriptions, kept here so that they can be ended with the session. */
    synchronized Set<String> filters() {
        return filters;
    }

    /** Letters that wait or are not acknowledged. */
    synchronized int size() {
        return waiting.size() + sent.size();
    }

    private boolean isFull(Letter letter) {
        int more = letter.publication().bytes();
        return waiting.size() >= limits.letters()
                || bytes + more > limits.letterBytes()
                || counters.held() + more > limits.allLetterBytes();
    }

    private void hold(long more) {
        bytes += more;
        counters.holding(more);
    }

    private boolean forget(Letter letter, Ending ending) {
        hold(-letter.publication().bytes());
        letter.ending().accept(ending);
        return true;
    }

    private int nextPacket() {
        do {
            lastPacket = lastPacket == LAST_PACKET ? 1 : lastPacket + 1;
        } while (sent.containsKey(lastPacket));
        return lastPacket;
    }
}
