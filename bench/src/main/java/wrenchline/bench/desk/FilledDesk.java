package wrenchline.bench.desk;

import java.sql.SQLException;

/** A desk that has worked for a year: copies of one ticket that it wrote, most of them closed long ago, some open with all their promises. */
record FilledDesk(OwnDatabase own) {

    /** The ids of the open ones begin here. */
    static final long OPEN = 20_000_000;

    private static final long CLOSED = 10_000_000;

    /** Fills in {@code tickets}, of which as many are open as have {@code promises} running; returns how many those are. */
    int fill(int tickets, int promises) throws SQLException {
        long one = own.number("select max(id) from ticket where state = 'Assigned'");
        int each = (int) own.number("select count(*) from promise where ticket = " + one);
        int open = promises / each;
        own.execute("set session_replication_role = replica");
        own.execute("set synchronous_commit = off");
        closed(one, tickets - open);
        open(one, open);
        own.execute("set session_replication_role = origin");
        own.execute("set synchronous_commit = on");
        own.execute("vacuum analyze");
        return open;
    }

    /** Each with a promise that was kept and a message that arrived, one every thirty seconds. */
    private void closed(long one, int many) throws SQLException {
        String from = " from generate_series(1, " + many + ") as n, (select * from ";
        own.execute("""
                insert into ticket (id, key, equipment, state, version, due_at, over, opened_at, changed_at, facts, details)
                select %1$d + n, 'closed/' || n, 'm-' || n %% 1000, 'Closed', 7, null, true,
                    opened_at - n * interval '30 seconds', changed_at - n * interval '30 seconds', facts, details
                %2$s ticket where id = %3$d) as one""".formatted(CLOSED, from, one));
        own.execute("""
                insert into promise (id, ticket, clause, deadline, state, version, due_at, over, opened_at, changed_at, facts, details)
                select gen_random_uuid(), %1$d + n, clause, deadline - n * interval '30 seconds', 'Kept', 1, null, true,
                    opened_at - n * interval '30 seconds', changed_at - n * interval '30 seconds', facts, details
                %2$s promise where ticket = %3$d limit 1) as one""".formatted(CLOSED, from, one));
        own.execute("""
                insert into notice (id, ticket, recipient, code, state, version, due_at, over, opened_at, changed_at, facts, details)
                select gen_random_uuid(), %1$d + n, recipient, lpad((n %% 9000 + 1000)::text, 4, '0'), 'Delivered', 3, null, true,
                    opened_at - n * interval '30 seconds', changed_at - n * interval '30 seconds', facts, details
                %2$s notice where ticket = %3$d limit 1) as one""".formatted(CLOSED, from, one));
    }

    /** With their own ids in the facts, for the sweep reads them; due in a month. */
    private void open(long one, int many) throws SQLException {
        String from = " from generate_series(1, " + many + ") as n, (select * from ";
        own.execute("""
                insert into ticket (id, key, equipment, state, version, due_at, over, opened_at, changed_at, facts, details)
                select %1$d + n, 'open/' || n, 'm-' || n %% 1000, state, version, due_at, false, opened_at, changed_at,
                    jsonb_set(facts::jsonb, '{id}', to_jsonb(%1$d + n))::json, details
                %2$s ticket where id = %3$d) as one""".formatted(OPEN, from, one));
        own.execute("""
                insert into escalation (id, state, version, due_at, over, opened_at, changed_at, facts, details)
                select %1$d + n, state, version, due_at + interval '30 days', false, opened_at, changed_at,
                    jsonb_set(facts::jsonb, '{ticket}', to_jsonb(%1$d + n))::json, details
                %2$s escalation where id = %3$d) as one""".formatted(OPEN, from, one));
        own.execute("""
                insert into promise (id, ticket, clause, deadline, state, version, due_at, over, opened_at, changed_at, facts, details)
                select own, ticket, clause, deadline, state, version, due_at, false, opened_at, changed_at,
                    jsonb_set(jsonb_set(facts::jsonb, '{id}', to_jsonb(own::text)), '{ticket}', to_jsonb(ticket))::json, details
                from (select gen_random_uuid() as own, %1$d + n as ticket, clause, deadline, state, version,
                        due_at + interval '30 days' + n * interval '1 second' as due_at, opened_at, changed_at, facts, details
                    %2$s promise where ticket = %3$d) as one) as copied""".formatted(OPEN, from, one));
    }
}
