package wrenchline.hotline.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The telephone system's ledger (话单事件), followed while it grows. It has no gaps: what happened while the product or its
 * connection was away is read afterwards.
 */
public final class Ledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    /** Rows of so long are read together: to look at each by itself costs more than all that is done about it. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration TROUBLE = Duration.ofMillis(1500);

    private final LedgerFile file;
    private final SecondWitness witness;
    private final Affairs affairs;
    private final InstantSource clock;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * @param file where Asterisk writes
     * @param mark where it is kept how far the file was read
     * @param witness what is seen of the same events in another way
     */
    public Ledger(Path file, Path mark, SecondWitness witness, Affairs affairs, InstantSource clock)
            throws IOException {
        this.file = new LedgerFile(file, mark);
        this.witness = witness;
        this.affairs = affairs;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("ledger").unstarted(this::follow);
    }

    /** Begins to follow the file. */
    public void start() {
        thread.start();
    }

    /** Reads everything that is there now. */
    public synchronized void catchUp() throws IOException {
        affairs.retry();
        List<LedgerFile.Line> lines = file.next();
        while (!lines.isEmpty()) {
            for (LedgerFile.Line line : lines) {
                var row = RowReader.read(line.text()).filter(written -> witness.wrote(written, clock.instant()));
                if (row.isPresent()) {
                    affairs.take(row.get(), line.position());
                }
            }
            mark();
            lines = file.next();
        }
        // Only now is it sure that the file does not have them.
        for (Row row : witness.missing(clock.instant())) {
            affairs.take(row, file.position());
        }
        mark();
    }

    private void mark() throws IOException {
        affairs.settle();
        file.mark(Math.min(affairs.oldest(), file.position()));
    }

    /** The channels that the ledger takes to be alive. */
    public synchronized Set<String> alive() {
        return affairs.open();
    }

    /** These channels are gone without a word: the telephone system was killed. */
    public synchronized void lost(Set<String> channels) throws IOException {
        for (String channel : channels) {
            affairs.lost(channel);
        }
    }

    private void follow() {
        while (!closing) {
            try {
                catchUp();
                Thread.sleep(PAUSE);
            } catch (InterruptedException closed) {
                return;
            } catch (IOException | RuntimeException trouble) {
                LOG.error("following the telephone system's ledger", trouble);
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(TROUBLE);
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
