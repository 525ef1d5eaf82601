package wrenchline.hotline.ledger;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The telephone system's ledger (话单事件), followed while it grows. It has no gaps: what happened while the product or its
 * connection was away is read afterwards.
 */
public final class Ledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final LedgerFile file;
    private final List<LegListener> listeners;
    private final InstantSource clock;
    private final Map<String, Leg> alive = new LinkedHashMap<>();
    private final List<Leg> unsettled = new ArrayList<>();
    private final SecondWitness witness;
    private final Set<Long> adopted = new HashSet<>();
    /** Rows up to here were compared with what the other witness saw. */
    private long compared;

    private final Thread thread;
    private volatile boolean closing;

    /**
     * @param file where Asterisk writes
     * @param mark where it is kept how far the file was read
     * @param witness what is seen of the same events in another way
     */
    public Ledger(Path file, Path mark, SecondWitness witness, List<LegListener> listeners, InstantSource clock)
            throws IOException {
        this.file = new LedgerFile(file, mark);
        this.compared = this.file.position() - 1;
        this.witness = witness;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("ledger").unstarted(this::follow);
    }

    /** Begins to follow the file. */
    public void start() {
        thread.start();
    }

    /** Reads everything that is there now. */
    public synchronized void catchUp() throws IOException {
        List<LedgerFile.Line> lines = file.next();
        while (!lines.isEmpty()) {
            for (LedgerFile.Line line : lines) {
                RowReader.read(line.text())
                        .filter(row -> isNew(row, line.position()))
                        .ifPresent(row -> take(row, line.position()));
            }
            mark();
            lines = file.next();
        }
        // Only now is it sure that the file does not have them.
        witness.missing(clock.instant()).forEach(row -> take(row, file.position()));
        mark();
    }

    /** Whether a row was not taken from the other witness already. */
    private boolean isNew(Row row, long position) {
        if (position > compared) {
            compared = position;
            if (!witness.wrote(row, clock.instant())) {
                adopted.add(position);
            }
        }
        return !adopted.contains(position);
    }

    private void mark() throws IOException {
        Set<String> linked =
                alive.values().stream().map(leg -> leg.first().linked()).collect(toSet());
        unsettled.removeIf(leg -> !linked.contains(leg.first().linked())
                && listeners.stream().allMatch(listener -> listener.settled(leg)));
        file.mark(Stream.concat(alive.values().stream(), unsettled.stream())
                .mapToLong(Leg::position)
                .min()
                .orElse(file.position()));
    }

    /** The channels that the ledger takes to be alive. */
    public synchronized Set<String> alive() {
        return Set.copyOf(alive.keySet());
    }

    /** These channels are gone without a word: the telephone system was killed. */
    public synchronized void lost(Set<String> channels) {
        channels.forEach(channel -> {
            Leg leg = alive.get(channel);
            if (leg != null) {
                listeners.forEach(listener -> listener.lost(leg, clock.instant()));
                alive.remove(channel);
                unsettled.add(leg);
            }
        });
    }

    private void take(Row row, long position) {
        if (row.type().equals("CHAN_START")) {
            alive.put(row.channel(), new Leg(row, position));
        }
        Leg leg = alive.get(row.channel());
        if (leg == null) {
            return;
        }
        leg.take(row);
        listeners.forEach(listener -> listener.heard(leg, row));
        if (row.type().equals("CHAN_END")) {
            listeners.forEach(listener -> listener.ended(leg, row.at()));
            alive.remove(row.channel());
            unsettled.add(leg);
        }
    }

    private void follow() {
        while (!closing) {
            try {
                catchUp();
                witness.await(PAUSE);
            } catch (InterruptedException closed) {
                return;
            } catch (IOException | RuntimeException trouble) {
                LOG.error("following the telephone system's ledger; what was not dealt with is read again", trouble);
                rewind();
            }
        }
    }

    /** A listener failed, for instance because the database was away: begin again where everything was dealt with. */
    private synchronized void rewind() {
        alive.clear();
        unsettled.clear();
        listeners.forEach(LegListener::rewound);
        file.rewind();
        try {
            Thread.sleep(PAUSE.multipliedBy(10));
        } catch (InterruptedException closed) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            // Not interrupted: it may be in the middle of a transaction.
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
