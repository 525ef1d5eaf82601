package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Fittings;
import wrenchline.core.equipment.EquipmentId;

/** Fittings of wear parts in PostgreSQL. */
record SqlFittings(Handle handle) implements Fittings {

    @Override
    public void keep(Fitting fitting) {
        handle.createUpdate("""
                        insert into part_fitting (equipment, part, at, used) values (:equipment, :part, :at, :used)
                        on conflict (equipment, part) do update set at = excluded.at, used = excluded.used
                        """)
                .bind("equipment", fitting.equipment().value())
                .bind("part", fitting.part())
                .bind("at", fitting.at())
                .bind("used", fitting.used())
                .execute();
    }

    @Override
    public List<Fitting> of(EquipmentId equipment) {
        return handle.createQuery("select * from part_fitting where equipment = :id order by part")
                .bind("id", equipment.value())
                .map((row, context) -> fitting(row))
                .list();
    }

    @Override
    public List<Fitting> since(Instant time) {
        return handle.createQuery("select * from part_fitting where at > :time order by equipment, part")
                .bind("time", time)
                .map((row, context) -> fitting(row))
                .list();
    }

    private static Fitting fitting(ResultSet row) throws SQLException {
        return new Fitting(
                new EquipmentId(row.getString("equipment")),
                row.getString("part"),
                row.getTimestamp("at").toInstant(),
                row.getDouble("used"));
    }
}
