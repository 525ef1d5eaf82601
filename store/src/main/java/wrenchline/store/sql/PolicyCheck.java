package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.Situation;
import wrenchline.store.sql.Verification.Flaw;

/** Compares what was promised with the archived policy that was in force then (承诺条款核验). */
record PolicyCheck(Handle handle, List<Flaw> flaws) {

    private static final int ROWS_AT_A_TIME = 500;

    /** @param since when it came into force first */
    private record Archived(Policy policy, Instant since) {}

    /**
     * @param deadline as the column beside the facts has it
     * @param sealed the first entry of its evidence; null for none
     */
    private record Row(
            String id,
            Promise promise,
            Instant opened,
            String clause,
            Instant deadline,
            @Nullable Evidence sealed) {

        /** Empty for one that cannot be read, which is named with its book. */
        static Optional<Row> of(ResultSet row) throws SQLException {
            String entry = row.getString("entry");
            try {
                return Optional.of(new Row(
                        row.getString("id"),
                        Json.read(Promise.class, row.getString("facts")),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("clause"),
                        row.getTimestamp("deadline").toInstant(),
                        entry == null ? null : Json.read(Evidence.class, entry)));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
    }

    void run() {
        Map<String, Archived> archive = archive();
        Instant oldest = archive.values().stream()
                .map(Archived::since)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        handle.createQuery("""
                        select id, facts, opened_at, clause, deadline, (select entry from evidence
                            where evidence.promise = promise.id order by sequence limit 1) as entry
                        from promise order by id
                        """)
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> Row.of(row))
                .forEach(row -> row.ifPresent(known -> check(known, archive, oldest)));
        Map<String, Policy> policies = archive.values().stream()
                .map(Archived::policy)
                .collect(Collectors.toMap(Policy::version, policy -> policy));
        new PromisesOfTickets(handle, policies, flaws).run();
    }

    private Map<String, Archived> archive() {
        Map<String, Archived> archive = new HashMap<>();
        handle.createQuery("""
                        select version, digest, details, (select min(since) from policy_in_force
                            where policy_in_force.version = policy.version) as since
                        from policy
                        """)
                .map((row, context) -> archived(row))
                .forEach(one -> archive.put(one.policy().version(), one));
        return archive;
    }

    private Archived archived(ResultSet row) throws SQLException {
        String version = row.getString("version");
        Policy policy = Json.read(Policy.class, row.getString("details"));
        if (!policy.version().equals(version) || !SqlPolicies.digest(policy).equals(row.getString("digest"))) {
            flaws.add(new Flaw("policy", version, "it is not what was archived"));
        }
        var since = row.getTimestamp("since");
        return new Archived(policy.as(version), since == null ? Instant.MAX : since.toInstant());
    }

    private void check(Row row, Map<String, Archived> archive, Instant oldest) {
        Promise promise = row.promise();
        expect(row, "clause in the list", row.clause(), promise.clause().id());
        expect(row, "deadline in the list", row.deadline(), SqlBook.storable(promise.deadline()));
        if (row.sealed() instanceof Evidence.Promised sealed) {
            expect(row, "clause", promise.clause(), sealed.clause());
            expect(row, "policy", promise.policyVersion(), sealed.policyVersion());
            expect(row, "beginning", promise.made(), sealed.made());
        }
        Archived archived = archive.get(promise.policyVersion());
        if (archived == null) {
            flaw(row, "it names policy '" + promise.policyVersion() + "', which is not in the archive");
            return;
        }
        // Promises of a release that kept no archive are older than all of it.
        if (row.opened().isBefore(archived.since()) && !row.opened().isBefore(oldest)) {
            flaw(
                    row,
                    "policy '" + promise.policyVersion() + "' came into force at " + archived.since()
                            + ", after it was made");
        }
        clause(row, archived.policy());
    }

    private void clause(Row row, Policy policy) {
        Clause clause = row.promise().clause();
        List<Clause> allowed = row.promise()
                .situationIfKnown()
                .map(situation -> clauses(policy, situation, clause.kind()))
                .orElseGet(
                        () -> policy.rules().stream().map(Policy.Rule::clause).toList());
        if (!allowed.contains(clause)) {
            flaw(
                    row,
                    "policy '" + policy.version() + "' does not give it clause '" + clause.id() + "' of "
                            + clause.within()
                            + ", but "
                            + allowed.stream()
                                    .filter(other -> other.kind() == clause.kind())
                                    .map(other -> "'" + other.id() + "' of " + other.within())
                                    .collect(Collectors.joining(", ", "[", "]")));
        }
    }

    /** A caller is promised the shortest of the clauses that hold for the callback. */
    private static List<Clause> clauses(Policy policy, Situation situation, PromiseKind kind) {
        List<Clause> all = policy.clausesFor(situation);
        return kind == PromiseKind.CALLBACK
                ? all.stream()
                        .filter(clause -> clause.kind() == PromiseKind.CALLBACK)
                        .sorted(Comparator.comparing(Clause::within))
                        .limit(1)
                        .toList()
                : all;
    }

    private void expect(Row row, String what, Object stored, Object recomputed) {
        if (!Objects.equals(stored, recomputed)) {
            flaw(row, "its " + what + " is stored as " + stored + ", and should be " + recomputed);
        }
    }

    private void flaw(Row row, String what) {
        flaws.add(new Flaw("promise", row.id(), what));
    }
}
