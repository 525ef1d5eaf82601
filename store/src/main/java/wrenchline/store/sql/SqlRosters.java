package wrenchline.store.sql;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rosters;

/** The rosters in PostgreSQL; those that were replaced stay. A transaction, which asks again and again, reads one roster. */
final class SqlRosters implements Rosters {

    private final Handle handle;
    private @Nullable Roster read;

    SqlRosters(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Roster current() {
        Roster known = read;
        if (known == null) {
            known = handle.createQuery("select details from roster order by number desc limit 1")
                    .map((row, context) -> Json.read(Roster.class, row.getString(1)))
                    .findFirst()
                    .orElse(Roster.EMPTY);
            read = known;
        }
        return known;
    }

    @Override
    public void replace(Roster roster) {
        read = null;
        handle.createUpdate("insert into roster (details) values (cast(:details as json))")
                .bind("details", Json.write(Roster.class, roster))
                .execute();
    }
}
