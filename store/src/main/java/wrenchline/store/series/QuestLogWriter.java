package wrenchline.store.series;

import io.questdb.log.LogFactory;
import io.questdb.log.LogLevel;
import io.questdb.log.LogRecordUtf8Sink;
import io.questdb.log.LogWriter;
import io.questdb.mp.RingQueue;
import io.questdb.mp.SCSequence;
import io.questdb.mp.SynchronizedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes QuestDB's failures over into the product's log. QuestDB creates it by the name in {@code questdb-log.conf}. */
public final class QuestLogWriter extends SynchronizedJob implements LogWriter {

    private static final Logger log = LoggerFactory.getLogger("questdb");

    private final RingQueue<LogRecordUtf8Sink> ring;
    private final SCSequence sequence;

    /** The level is not asked for: QuestDB adds its advice to every level, and advice is not wanted here. */
    public QuestLogWriter(RingQueue<LogRecordUtf8Sink> ring, SCSequence sequence, int level) {
        this.ring = ring;
        this.sequence = sequence;
        log.debug("QuestDB logs at level {}", level);
    }

    @Override
    public void bindProperties(LogFactory factory) {
        // There are none.
    }

    @Override
    public boolean runSerially() {
        return sequence.consumeAll(ring, QuestLogWriter::take);
    }

    private static void take(LogRecordUtf8Sink line) {
        if ((line.getLevel() & (LogLevel.ERROR | LogLevel.CRITICAL)) != 0) {
            log.warn("{}", line.toString().strip());
        }
    }
}
