package wrenchline.bench.desk;

import java.sql.SQLException;
import java.time.Duration;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.Sweep;

/** What one look at the clocks costs among many tickets, when nothing is due, and what each that is due costs. */
record SweepCost(OwnDatabase own, Desk desk) {

    private static final int LOOKS = 200;
    private static final int DUE = 1000;

    /** Copies one ticket and one promise that the desk wrote: a million that are over, and promises that run. */
    void fill(int tickets, int promises) throws SQLException {
        own.execute("set session_replication_role = replica");
        own.execute("""
                insert into ticket (id, key, equipment, state, version, due_at, over, opened_at, changed_at, facts, details)
                select 10000000 + n, 'filled/' || n, 'm-' || n %% 1000, 'Closed', 3, null, true, opened_at, changed_at, facts, details
                from (select * from ticket order by id limit 1) as one, generate_series(1, %d) as n""".formatted(tickets));
        own.execute("""
                insert into promise (id, ticket, clause, deadline, state, version, due_at, over, opened_at, changed_at, facts, details)
                select gen_random_uuid(), 10000000 + n, clause, deadline + interval '30 days', 'Running', 0,
                    deadline + interval '30 days' + n * interval '1 second', false, opened_at, changed_at, facts, details
                from (select * from promise where clause = 'response-2h' order by opened_at limit 1) as one,
                    generate_series(1, %d) as n""".formatted(promises));
        own.execute("set session_replication_role = origin");
        own.execute("analyze");
    }

    @SuppressWarnings("SystemOut") // a table for a person
    void measure() throws SQLException {
        Sweep sweep = new Sweep(desk);
        while (sweep.promises() + sweep.escalations() > 0) {
            Thread.onSpinWait();
        }
        System.out.printf("%nnothing due:        sweep %.3f ms", millis(sweep::promises, LOOKS));
        System.out.printf(", bare index scan %.3f ms%n", millis(this::bare, LOOKS));
        own.execute("update promise set due_at = now() - interval '1 second' where id in (select id from promise"
                + " where ticket > 10000000 order by due_at limit " + DUE + ")");
        long began = System.nanoTime();
        int swept = 0;
        for (int found = sweep.promises(); found > 0; found = sweep.promises()) {
            swept += found;
            if (swept >= DUE) {
                break;
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("%d due:           sweep %.3f ms each%n", swept, took.toNanos() / 1e6 / Math.max(1, swept));
    }

    private int bare() {
        try {
            own.execute("select facts, details, version from promise where due_at <= now() order by due_at limit 50");
            return 0;
        } catch (SQLException broken) {
            throw new IllegalStateException("scanning the index", broken);
        }
    }

    private static double millis(Runnable work, int times) {
        work.run();
        long began = System.nanoTime();
        for (int index = 0; index < times; index++) {
            work.run();
        }
        return (System.nanoTime() - began) / 1e6 / times;
    }
}
