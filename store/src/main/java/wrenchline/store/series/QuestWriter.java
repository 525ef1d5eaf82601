package wrenchline.store.series;

import io.questdb.cairo.ColumnType;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.arr.DirectArray;
import io.questdb.cairo.wal.WalWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings.HistoryUnavailable;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.MetricSets.MetricSet;

/** Writes readings into the table's log. Callers take turns. */
final class QuestWriter implements AutoCloseable {

    private static final int DOUBLES = ColumnType.encodeArrayType(ColumnType.DOUBLE, 1);

    private final QuestTable table;
    private final MetricSets sets;
    private final LatestValues latest;
    private final DirectArray array = new DirectArray();
    private @Nullable WalWriter writer;
    private boolean closed;

    QuestWriter(QuestTable table, MetricSets sets, LatestValues latest) {
        this.table = table;
        this.sets = sets;
        this.latest = latest;
    }

    /**
     * Puts {@code readings} on disk in one commit.
     *
     * @return those that cannot be kept: their time is impossible, or they bring ever new names
     */
    synchronized List<Taken> write(List<Taken> readings) {
        if (closed) {
            throw new HistoryUnavailable("keeping readings", new IllegalStateException("the history is closed"));
        }
        List<Taken> refused = new ArrayList<>();
        try {
            WalWriter open = open();
            for (Taken taken : readings) {
                if (!append(open, taken)) {
                    refused.add(taken);
                }
            }
            open.commit();
        } catch (Exception | Error failure) {
            // Whatever it was, this caller must be told, and the next one deserves a fresh writer.
            abandon(failure);
            throw new HistoryUnavailable("keeping " + readings.size() + " readings", failure);
        }
        return refused;
    }

    private WalWriter open() {
        WalWriter open = writer == null ? table.engine().getWalWriter(table.token()) : writer;
        writer = open;
        return open;
    }

    private boolean append(WalWriter open, Taken taken) {
        Reading reading = taken.reading();
        if (!HistoryTimes.holds(reading) || !latest.hasRoom(reading)) {
            return false;
        }
        MetricSet set =
                sets.wideEnough(reading.equipment(), reading.values().keySet()).orElse(null);
        if (set == null) {
            return false;
        }
        latest.see(reading);
        TableWriter.Row row = open.newRow(Micros.of(reading.at()));
        row.putTimestamp(QuestTable.RECEIVED, Micros.of(reading.received()));
        row.putLong(QuestTable.SEQ, reading.seq());
        row.putSym(QuestTable.EQUIPMENT, reading.equipment().value());
        row.putSym(QuestTable.METRICS, set.symbol());
        row.putArray(QuestTable.VALUES, values(set, reading));
        row.putLong(QuestTable.INTAKE, taken.intake());
        row.putLong(QuestTable.DIGEST, reading.digest());
        row.append();
        return true;
    }

    /** What the reading does not hold is no number. */
    private DirectArray values(MetricSet set, Reading reading) {
        List<String> names = set.names();
        array.setType(DOUBLES);
        array.setDimLen(0, names.size());
        array.applyShape();
        for (int index = 0; index < names.size(); index++) {
            Double value = reading.values().get(names.get(index));
            array.putDouble(index, value == null ? Double.NaN : value);
        }
        return array;
    }

    private void abandon(Throwable failure) {
        WalWriter failed = writer;
        writer = null;
        if (failed != null) {
            FailedWriter.discard(failed, failure);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        array.close();
        if (writer != null) {
            writer.close();
        }
    }
}
