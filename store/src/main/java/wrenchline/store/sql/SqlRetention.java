package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.RetentionBook;
import wrenchline.core.reading.TrustedClock;

/** What is noted of retention, in PostgreSQL. */
record SqlRetention(Jdbi jdbi) implements RetentionBook {

    @Override
    public State state() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from history_retention")
                .map((row, _) -> state(row))
                .findOne()
                .orElse(State.NONE));
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                new TrustedClock(instant(row, "clock"), row.getInt("doubts")),
                new Horizon(instant(row, "readings_from"), instant(row, "minutes_from"), instant(row, "hours_from")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    @Override
    public void note(State state) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into history_retention (clock, doubts, readings_from, minutes_from, hours_from)
                        values (:clock, :doubts, :readings, :minutes, :hours)
                        on conflict (only_row) do update set
                            clock = excluded.clock, doubts = excluded.doubts, readings_from = excluded.readings_from,
                            minutes_from = excluded.minutes_from, hours_from = excluded.hours_from
                        """)
                .bind("clock", Timestamp.from(state.clock().time()))
                .bind("doubts", state.clock().doubts())
                .bind("readings", Timestamp.from(state.horizon().readings()))
                .bind("minutes", Timestamp.from(state.horizon().minutes()))
                .bind("hours", Timestamp.from(state.horizon().hours()))
                .execute());
    }

    @Override
    public void purged(List<DayCount> counts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into ledger_purged (machine, day, readings)
                        select * from unnest(:machines, :days::date[], :readings)
                        on conflict (machine, day) do update set readings = excluded.readings
                        """)
                .bind(
                        "machines",
                        counts.stream().map(count -> count.equipment().value()).toArray(String[]::new))
                .bind(
                        "days",
                        counts.stream().map(count -> count.day().toString()).toArray(String[]::new))
                .bind("readings", counts.stream().map(DayCount::readings).toArray(Long[]::new))
                .execute());
    }

    static List<DayCount> purged(Handle handle, LocalDate from, LocalDate to) {
        return handle.createQuery("select * from ledger_purged where day between :from and :to")
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new DayCount(
                        new EquipmentId(row.getString("machine")),
                        row.getObject("day", LocalDate.class),
                        row.getLong("readings")))
                .list();
    }
}
