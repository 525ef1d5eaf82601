package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import wrenchline.core.access.Account;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Accounts;
import wrenchline.core.access.Failures;
import wrenchline.core.access.Role;
import wrenchline.core.access.SecondFactor;

/** The accounts in PostgreSQL. */
record SqlAccounts(Jdbi jdbi) implements Accounts {

    @Override
    public List<Account> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account order by name")
                .map((row, context) -> account(row))
                .list());
    }

    @Override
    public Optional<Account> find(AccountName name) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account where name = :name")
                .bind("name", name.value())
                .map((row, context) -> account(row))
                .findFirst());
    }

    @Override
    public boolean add(Account account) {
        return jdbi.withHandle(handle -> with(handle.createUpdate("""
                        insert into account (name, role, customer, password, disabled, stamp, failures, failed_at,
                            factor, factor_confirmed, factor_step, recovery, created)
                        values (:name, :role, :customer, :password, :disabled, :stamp, :failures, :failedAt,
                            :factor, :confirmed, :step, :recovery, :created)
                        on conflict (name) do nothing
                        """), account)
                        .bind("created", account.created())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Account> change(AccountName name, UnaryOperator<Account> change) {
        return jdbi.inTransaction(handle -> {
            Optional<Account> changed = handle.createQuery("select * from account where name = :name for update")
                    .bind("name", name.value())
                    .map((row, context) -> account(row))
                    .findFirst()
                    .map(change);
            changed.ifPresent(account -> with(handle.createUpdate("""
                                    update account set role = :role, customer = :customer, password = :password,
                                        disabled = :disabled, stamp = :stamp, failures = :failures, failed_at = :failedAt,
                                        factor = :factor, factor_confirmed = :confirmed, factor_step = :step, recovery = :recovery
                                    where name = :name
                                    """), account).execute());
            return changed;
        });
    }

    private static Update with(Update update, Account account) {
        return update.bind("name", account.name().value())
                .bind("role", account.role().word())
                .bind("customer", SqlReach.customer(account.reach()))
                .bind("password", account.password())
                .bind("disabled", account.disabled())
                .bind("stamp", account.stamp())
                .bind("failures", account.failures().count())
                .bind("failedAt", account.failures().last())
                .bind("factor", account.factor().sealed())
                .bind("confirmed", account.factor().confirmed())
                .bind("step", account.factor().step())
                .bindArray(
                        "recovery", String.class, List.copyOf(account.factor().recovery()));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountName(row.getString("name")),
                Role.of(row.getString("role")).orElseThrow(),
                SqlReach.of(row.getString("customer")),
                row.getString("password"),
                row.getBoolean("disabled"),
                row.getLong("stamp"),
                new Failures(
                        row.getInt("failures"), row.getTimestamp("failed_at").toInstant()),
                new SecondFactor(
                        row.getString("factor"),
                        row.getBoolean("factor_confirmed"),
                        row.getLong("factor_step"),
                        Set.of((String[]) row.getArray("recovery").getArray())),
                row.getTimestamp("created").toInstant());
    }
}
