package wrenchline.store.series;

import io.questdb.cairo.ColumnType;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.arr.DirectArray;
import io.questdb.cairo.wal.WalWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.MetricSets.MetricSet;

/** Writes readings into the table. Belongs to one thread. */
final class QuestWriter implements AutoCloseable {

    private static final int DOUBLES = ColumnType.encodeArrayType(ColumnType.DOUBLE, 1);

    private final QuestTable table;
    private final MetricSets sets;
    private final DirectArray array = new DirectArray();
    private @Nullable WalWriter writer;

    QuestWriter(QuestTable table, MetricSets sets) {
        this.table = table;
        this.sets = sets;
    }

    /** Adds {@code readings} to what the next commit will put on disk. */
    void append(List<Taken> readings) {
        WalWriter open = writer == null ? table.engine().getWalWriter(table.token()) : writer;
        writer = open;
        for (Taken taken : readings) {
            append(open, taken);
        }
    }

    private void append(WalWriter open, Taken taken) {
        Reading reading = taken.reading();
        MetricSet set = sets.of(reading.values().keySet());
        TableWriter.Row row = open.newRow(Micros.of(reading.at()));
        row.putTimestamp(QuestTable.RECEIVED, Micros.of(reading.received()));
        row.putLong(QuestTable.SEQ, reading.seq());
        row.putSym(QuestTable.EQUIPMENT, reading.equipment().value());
        row.putSym(QuestTable.METRICS, set.symbol());
        row.putArray(QuestTable.VALUES, values(set, reading));
        row.putLong(QuestTable.INTAKE, taken.intake());
        row.putLong(QuestTable.DIGEST, reading.digest());
        row.append();
    }

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

    /** Puts what was added on disk. */
    void commit() {
        if (writer != null) {
            writer.commit();
        }
    }

    /** Throws away what was added since the last commit, after a failure; the next addition begins afresh. */
    void abandon() {
        if (writer != null) {
            WalWriter failed = writer;
            writer = null;
            failed.rollback();
            failed.close();
        }
    }

    @Override
    public void close() {
        array.close();
        if (writer != null) {
            writer.close();
        }
    }
}
