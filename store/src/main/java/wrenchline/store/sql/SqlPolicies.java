package wrenchline.store.sql;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.evidence.Sha256;
import wrenchline.core.promise.Policies;
import wrenchline.core.promise.Policy;

/** The policies in PostgreSQL; none is ever changed or dropped. */
record SqlPolicies(Handle handle) implements Policies {

    private static final int DIGITS = 8;

    @Override
    public Policy enter(Policy policy, Instant now) {
        Locks.hold(handle, "policy");
        String digest = digest(policy);
        Policy entered = handle.createQuery("select digest from policy where version = :version")
                .bind("version", policy.version())
                .mapTo(String.class)
                .findFirst()
                .filter(known -> !known.equals(digest))
                .map(_ -> kept(policy.as(policy.version() + "+" + digest.substring(0, DIGITS)), digest))
                .orElseGet(() -> kept(policy, digest));
        handle.createUpdate("""
                        insert into policy_in_force (version, since) select :version, :now
                        where :version is distinct from
                            (select version from policy_in_force order by number desc limit 1)
                        """)
                .bind("version", entered.version())
                .bind("now", now)
                .execute();
        return entered;
    }

    /** What stands for the contents of {@code policy}, whatever it is called. */
    static String digest(Policy policy) {
        return Sha256.of(Json.write(Policy.class, policy.as("")));
    }

    private Policy kept(Policy policy, String digest) {
        handle.createUpdate("""
                        insert into policy (version, digest, details) values (:version, :digest, cast(:details as json))
                        on conflict (version) do nothing
                        """)
                .bind("version", policy.version())
                .bind("digest", digest)
                .bind("details", Json.write(Policy.class, policy))
                .execute();
        return policy;
    }

    @Override
    public List<Policy> all() {
        return handle.createQuery("select details from policy order by entered")
                .map((row, context) -> Json.read(Policy.class, row.getString(1)))
                .list();
    }
}
