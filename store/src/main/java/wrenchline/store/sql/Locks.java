package wrenchline.store.sql;

import org.jdbi.v3.core.Handle;

/** Locks on names, for what has no row yet. */
final class Locks {

    private Locks() {}

    /** Holds {@code name} until the transaction ends; false when somebody else does. */
    static boolean tryHold(Handle handle, String name) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** Waits for {@code name} and holds it until the transaction ends. */
    static void hold(Handle handle, String name) {
        handle.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) as held")
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
    }
}
