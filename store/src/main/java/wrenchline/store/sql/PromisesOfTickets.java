package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.ticket.Ticket;
import wrenchline.store.sql.Verification.Flaw;

/** Looks whether each ticket has all that the archived policy promised it when it was raised, the callback left out, which needs a caller. */
record PromisesOfTickets(Handle handle, Map<String, Policy> archive, List<Flaw> flaws) {

    private static final int ROWS_AT_A_TIME = 500;

    private record Row(Ticket ticket, List<Promise> promises) {

        /** Empty for one that cannot be read, which is named with its book. */
        static Optional<Row> of(ResultSet row) throws SQLException {
            String[] promises = (String[]) row.getArray("promises").getArray();
            try {
                return Optional.of(new Row(
                        Json.read(Ticket.class, row.getString("facts")),
                        Stream.of(promises)
                                .map(promise -> Json.read(Promise.class, promise))
                                .toList()));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }

        List<Promise> atBeginning() {
            return promises.stream()
                    .filter(promise -> promise.made().equals(ticket.raised()))
                    .filter(promise -> promise.clause().kind() != PromiseKind.CALLBACK)
                    .toList();
        }
    }

    void run() {
        handle.createQuery("""
                        select ticket.facts, array_agg(cast(promise.facts as text) order by promise.id) as promises
                        from ticket join promise on promise.ticket = ticket.id group by ticket.id order by ticket.id
                        """)
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> Row.of(row))
                .forEach(row -> row.ifPresent(this::check));
    }

    private void check(Row row) {
        List<Promise> promises = row.atBeginning();
        Set<String> made =
                promises.stream().map(promise -> promise.clause().id()).collect(Collectors.toSet());
        promises.stream()
                .flatMap(promise -> owed(promise).stream())
                .distinct()
                .filter(clause -> !made.contains(clause))
                .forEach(clause -> flaws.add(new Flaw(
                        "ticket",
                        row.ticket().id().toString(),
                        "its policy promises it '" + clause + "', and there is no such promise")));
    }

    /** What was promised together with {@code promise}. */
    private List<String> owed(Promise promise) {
        Optional<Policy> policy = Optional.ofNullable(archive.get(promise.policyVersion()));
        return policy.flatMap(known -> promise.situationIfKnown().map(known::clausesFor)).stream()
                .flatMap(List::stream)
                .filter(clause -> clause.kind() != PromiseKind.CALLBACK)
                .map(clause -> clause.id())
                .toList();
    }
}
