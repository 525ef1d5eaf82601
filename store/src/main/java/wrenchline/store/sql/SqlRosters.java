package wrenchline.store.sql;

import org.jdbi.v3.core.Handle;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rosters;

/** The rosters in PostgreSQL; those that were replaced stay. */
record SqlRosters(Handle handle) implements Rosters {

    @Override
    public Roster current() {
        return handle.createQuery("select details from roster order by number desc limit 1")
                .map((row, context) -> Json.read(Roster.class, row.getString(1)))
                .findFirst()
                .orElse(Roster.EMPTY);
    }

    @Override
    public void replace(Roster roster) {
        handle.createUpdate("insert into roster (details) values (cast(:details as json))")
                .bind("details", Json.write(Roster.class, roster))
                .execute();
    }
}
