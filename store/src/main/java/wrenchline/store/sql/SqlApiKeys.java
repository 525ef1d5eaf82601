package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.access.ApiKey;
import wrenchline.core.access.ApiKeys;
import wrenchline.core.access.Role;

/** The keys of programs in PostgreSQL. */
record SqlApiKeys(Jdbi jdbi) implements ApiKeys {

    @Override
    public List<ApiKey> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from api_key order by created desc, id")
                .map((row, context) -> key(row))
                .list());
    }

    @Override
    public void add(ApiKey key) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into api_key (id, name, role, customer, scopes, digest, made_by, created, expires, revoked)
                        values (:id, :name, :role, :customer, :scopes, :digest, :by, :created, :expires, :revoked)
                        """)
                .bind("id", key.id())
                .bind("name", Text.storable(key.name()))
                .bind("role", key.role().word())
                .bind("customer", SqlReach.customer(key.reach()))
                .bindArray("scopes", String.class, List.copyOf(key.scopes()))
                .bind("digest", key.digest())
                .bind("by", key.by())
                .bind("created", key.created())
                .bind("expires", key.expires())
                .bind("revoked", key.revoked())
                .execute());
    }

    @Override
    public boolean revoke(String id) {
        return jdbi.withHandle(handle -> handle.createUpdate("update api_key set revoked = true where id = :id")
                        .bind("id", id)
                        .execute()
                == 1);
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                SqlReach.of(row.getString("customer")),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getString("digest"),
                row.getString("made_by"),
                row.getTimestamp("created").toInstant(),
                row.getTimestamp("expires").toInstant(),
                row.getBoolean("revoked"));
    }
}
