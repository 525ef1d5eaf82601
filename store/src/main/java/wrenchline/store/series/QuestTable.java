package wrenchline.store.series;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.cairo.sql.TableMetadata;
import io.questdb.cairo.wal.seq.SeqTxnTracker;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Readings.HistoryUnavailable;

/**
 * The table of readings, and those of their sums. One row is one reading: its metrics' names, sorted, are a symbol, and their values an array in the same
 * order. So every set of metrics has room, and five metrics cost one row and not five.
 */
final class QuestTable implements AutoCloseable {

    static final int AT = 0;
    static final int RECEIVED = 1;
    static final int SEQ = 2;
    static final int EQUIPMENT = 3;
    static final int METRICS = 4;
    static final int VALUES = 5;
    static final int INTAKE = 6;
    static final int DIGEST = 7;

    private static final Logger log = LoggerFactory.getLogger(QuestTable.class);

    private static final String CREATE = """
            create table if not exists readings (
                at timestamp,
                received timestamp,
                seq long,
                equipment symbol capacity 4096 index capacity 64,
                metrics symbol,
                data double[],
                intake long,
                digest long
            ) timestamp(at) partition by day wal
            dedup upsert keys(at, equipment, digest)
            """;

    /** A table of before readings were numbered; its rows stay as they are, without number and digest. */
    private static final List<String> NUMBER = List.of(
            "alter table readings add column if not exists intake long",
            "alter table readings add column if not exists digest long",
            "alter table readings dedup enable upsert keys(at, equipment, digest)");

    private final CairoEngine engine;
    private final TableToken token;
    private final Map<Grain, TableToken> sums = new EnumMap<>(Grain.class);

    QuestTable(QuestFolder folder) {
        QuestLog.quieten();
        this.engine = new CairoEngine(new QuestConfiguration(folder.database()));
        try {
            engine.load();
            engine.execute(CREATE, context());
            this.token = engine.verifyTableName("readings");
            number();
            sums.put(Grain.MINUTE, createSums("minutes", "week"));
            sums.put(Grain.HOUR, createSums("hours", "month"));
        } catch (SqlException e) {
            engine.close();
            throw new IllegalStateException("creating the table of readings", e);
        }
        folder.created();
    }

    /** Of sums of what came, by series: see {@link QuestSums}. */
    private TableToken createSums(String name, String partition) throws SqlException {
        engine.execute("""
                create table if not exists %s (
                    at timestamp,
                    series symbol capacity 4096 index capacity 64,
                    min double,
                    max double,
                    sum double,
                    count long
                ) timestamp(at) partition by %s wal
                dedup upsert keys(at, series)
                """.formatted(name, partition), context());
        return engine.verifyTableName(name);
    }

    private void number() throws SqlException {
        try (TableMetadata columns = engine.getTableMetadata(token)) {
            if (columns.getColumnIndexQuiet("digest") >= 0) {
                return;
            }
        }
        log.info("numbering the readings of the history from now on");
        for (String change : NUMBER) {
            engine.execute(change, context());
        }
    }

    CairoEngine engine() {
        return engine;
    }

    TableToken token() {
        return token;
    }

    /** The table of sums of {@code grain}. */
    TableToken sums(Grain grain) {
        return Objects.requireNonNull(sums.get(grain), grain::name);
    }

    /** All tables. */
    List<TableToken> tokens() {
        return List.of(token, sums(Grain.MINUTE), sums(Grain.HOUR));
    }

    /** How far a table is, beside what was committed. */
    SeqTxnTracker progress(TableToken token) {
        return engine.getTableSequencerAPI().getTxnTracker(token);
    }

    /** The number of a table's newest commit. */
    long committed(TableToken token) {
        return engine.getTableSequencerAPI().lastTxn(token);
    }

    /** Hands every row of {@code query} to {@code each}; the record is valid only during the call. */
    void read(String query, Consumer<Record> each) {
        try (SqlExecutionContext context = context();
                RecordCursorFactory factory = engine.select(query, context);
                RecordCursor cursor = factory.getCursor(context)) {
            Record row = cursor.getRecord();
            while (cursor.hasNext()) {
                each.accept(row);
            }
        } catch (SqlException | RuntimeException e) {
            throw new HistoryUnavailable("reading the history by: " + query, e);
        }
    }

    /** Drops the partitions of {@code dropped} that end before {@code time}; what is dated far ahead has no influence. */
    void drop(TableToken dropped, Instant time) {
        AtomicBoolean found = new AtomicBoolean();
        read("select at from " + dropped.getTableName() + " where at < '" + time + "' limit 1", _ -> found.set(true));
        if (!found.get()) {
            return;
        }
        String change = "alter table " + dropped.getTableName() + " drop partition where at < '" + time + "'";
        try (SqlExecutionContext context = context()) {
            engine.execute(change, context);
        } catch (SqlException | RuntimeException e) {
            throw new HistoryUnavailable("purging the history by: " + change, e);
        }
    }

    /** {@code text} as a literal. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A condition: from {@code from} until before {@code to}, in microseconds since the epoch. */
    static String range(long from, long to) {
        return "at >= '" + Micros.instant(from) + "' and at < '" + Micros.instant(to) + "'";
    }

    private SqlExecutionContext context() {
        return new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE);
    }

    @Override
    public void close() {
        engine.close();
    }
}
