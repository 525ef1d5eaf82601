package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Sequence;
import wrenchline.core.reading.Standing;

/** The books of what came in, in PostgreSQL. Many rows go in one statement: there are as many as machines. */
record SqlLedger(Jdbi jdbi) implements Ledger {

    @Override
    public long position(Follower follower) {
        return jdbi.withHandle(handle -> position(handle, follower));
    }

    private static long position(Handle handle, Follower follower) {
        return handle.createQuery("select position from intake_follower where name = :name")
                .bind("name", name(follower))
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    @Override
    public void pass(Follower follower, long position) {
        jdbi.useHandle(handle -> pass(handle, follower, position));
    }

    private static void pass(Handle handle, Follower follower, long position) {
        handle.createUpdate("""
                        insert into intake_follower (name, position) values (:name, :position)
                        on conflict (name) do update set position = excluded.position
                        """)
                .bind("name", name(follower))
                .bind("position", position)
                .execute();
    }

    @Override
    public void enter(Page page) {
        jdbi.useTransaction(handle -> {
            pass(handle, Follower.STORING, page.position());
            if (!page.counts().isEmpty()) {
                add(handle, page.counts());
            }
            if (!page.standings().isEmpty()) {
                put(handle, page.standings());
            }
            page.quarantined().forEach(held -> SqlQuarantine.put(handle, held));
            SqlBooks books = new SqlBooks(handle);
            page.replayed().forEach(message -> books.dispositions().replayed(message, Instant.now()));
            books.writeDown();
        });
    }

    private static void add(Handle handle, List<Count> counts) {
        handle.createUpdate("""
                        insert into ledger_count (machine, day, received, stored, quarantined, duplicate, late)
                        select * from unnest(
                            :machines, :days::date[], :received, :stored, :quarantined, :duplicate, :late)
                        on conflict (machine, day) do update set
                            received = ledger_count.received + excluded.received,
                            stored = ledger_count.stored + excluded.stored,
                            quarantined = ledger_count.quarantined + excluded.quarantined,
                            duplicate = ledger_count.duplicate + excluded.duplicate,
                            late = ledger_count.late + excluded.late
                        """)
                .bind("machines", texts(counts, Count::machine))
                .bind("days", texts(counts, count -> count.day().toString()))
                .bind("received", longs(counts, Count::received))
                .bind("stored", longs(counts, Count::stored))
                .bind("quarantined", longs(counts, Count::quarantined))
                .bind("duplicate", longs(counts, Count::duplicate))
                .bind("late", longs(counts, Count::late))
                .execute();
    }

    private static void put(Handle handle, List<Standing> standings) {
        handle.createUpdate("""
                        insert into ledger_standing
                            (machine, newest, top, gaps, recovered, lost, restarts, clock_offset)
                        select machine, newest::timestamptz, top, gaps::bigint[], recovered, lost, restarts, clock_offset
                        from unnest(:machines, :newest, :top, :gaps, :recovered, :lost, :restarts, :offsets)
                            as row(machine, newest, top, gaps, recovered, lost, restarts, clock_offset)
                        on conflict (machine) do update set
                            newest = excluded.newest, top = excluded.top, gaps = excluded.gaps,
                            recovered = excluded.recovered, lost = excluded.lost, restarts = excluded.restarts,
                            clock_offset = excluded.clock_offset
                        """)
                .bind("machines", texts(standings, one -> one.equipment().value()))
                .bind("newest", texts(standings, one -> one.newest().toString()))
                .bind("top", longs(standings, one -> one.sequence().top()))
                .bind("gaps", texts(standings, one -> gaps(one.sequence())))
                .bind("recovered", longs(standings, one -> one.sequence().recovered()))
                .bind("lost", longs(standings, one -> one.sequence().lost()))
                .bind("restarts", longs(standings, one -> one.sequence().restarts()))
                .bind("offsets", longs(standings, one -> micros(one.clockOffset())))
                .execute();
    }

    @Override
    public List<Standing> standings(Collection<EquipmentId> machines) {
        String[] ids = machines.stream().map(EquipmentId::value).toArray(String[]::new);
        return jdbi.withHandle(handle -> handle.createQuery("select * from ledger_standing where machine = any(:ids)")
                .bind("ids", ids)
                .map((row, context) -> standing(row))
                .list());
    }

    @Override
    public List<Standing> standings() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from ledger_standing order by machine")
                .map((row, context) -> standing(row))
                .list());
    }

    @Override
    public Books books(LocalDate from, LocalDate to) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> new Books(
                        Instant.now(),
                        position(handle, Follower.STORING),
                        counts(handle, from, to, "select * from ledger_count where day between :from and :to"),
                        counts(handle, from, to, """
                                select machine, day, 0 received, 0 stored, count(*) quarantined, 0 duplicate, 0 late
                                from quarantine left join disposition using (id)
                                where machine is not null and day between :from and :to
                                    and state is distinct from 'Replayed'
                                group by machine, day
                                """),
                        SqlRetention.purged(handle, from, to)));
    }

    private static List<Count> counts(Handle handle, LocalDate from, LocalDate to, String query) {
        return handle.createQuery(query)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Count(
                        row.getString("machine"),
                        row.getObject("day", LocalDate.class),
                        row.getLong("received"),
                        row.getLong("stored"),
                        row.getLong("quarantined"),
                        row.getLong("duplicate"),
                        row.getLong("late")))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Long offset = row.getObject("clock_offset", Long.class);
        Sequence sequence = new Sequence(
                row.getLong("top"),
                gaps((Long[]) row.getArray("gaps").getArray()),
                row.getLong("recovered"),
                row.getLong("lost"),
                row.getLong("restarts"));
        return new Standing(
                new EquipmentId(row.getString("machine")),
                row.getTimestamp("newest").toInstant(),
                sequence,
                offset == null ? null : Duration.of(offset, ChronoUnit.MICROS));
    }

    private static List<Sequence.Gap> gaps(Long[] bounds) {
        List<Sequence.Gap> gaps = new ArrayList<>();
        for (int index = 0; index < bounds.length; index += 2) {
            gaps.add(new Sequence.Gap(bounds[index], bounds[index + 1]));
        }
        return gaps;
    }

    /** As PostgreSQL writes an array. */
    private static String gaps(Sequence sequence) {
        StringBuilder text = new StringBuilder("{");
        for (Sequence.Gap gap : sequence.gaps()) {
            text.append(text.length() > 1 ? "," : "")
                    .append(gap.first())
                    .append(',')
                    .append(gap.last());
        }
        return text.append('}').toString();
    }

    private static @Nullable Long micros(@Nullable Duration offset) {
        return offset == null ? null : offset.toNanos() / 1000;
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> @Nullable Long[] longs(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static String name(Follower follower) {
        return follower.name().toLowerCase(Locale.ROOT);
    }
}
