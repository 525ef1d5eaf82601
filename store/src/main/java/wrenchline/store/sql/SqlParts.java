package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import wrenchline.core.equipment.Names;
import wrenchline.core.parts.Part;
import wrenchline.core.parts.Parts;

/** The register of spare parts in PostgreSQL. */
record SqlParts(Handle handle) implements Parts {

    @Override
    public List<Part> all() {
        return handle.createQuery("select * from part order by number")
                .map((row, context) -> part(row))
                .list();
    }

    @Override
    public Optional<Part> find(String number) {
        return handle.createQuery("select * from part where number = :number")
                .bind("number", Text.storable(number))
                .map((row, context) -> part(row))
                .findOne();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getString("number"),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                List.of((String[]) row.getArray("models").getArray()),
                row.getString("unit"),
                row.getString("place"),
                row.getInt("stock"),
                row.getString("component"),
                row.getObject("cost_cents", Long.class));
    }

    @Override
    public void put(Part part) {
        handle.createUpdate("""
                        insert into part (number, name_zh, name_en, models, unit, place, stock, component, cost_cents)
                        values (:number, :zh, :en, :models, :unit, :place, :stock, :component, :cost)
                        on conflict (number) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                            models = excluded.models, unit = excluded.unit, place = excluded.place, stock = excluded.stock,
                            component = excluded.component, cost_cents = excluded.cost_cents
                        """)
                .bind("number", Text.storable(part.number()))
                .bind("zh", Text.storable(part.names().zh()))
                .bind("en", Text.storable(part.names().en()))
                .bindArray("models", String.class, part.models())
                .bind("unit", Text.storable(part.unit()))
                .bind("place", Text.storable(part.place()))
                .bind("stock", part.stock())
                .bind("component", Text.storable(part.component()))
                .bind("cost", part.costCents())
                .execute();
    }
}
