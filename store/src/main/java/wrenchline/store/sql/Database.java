package wrenchline.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.Secret;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Recordings;
import wrenchline.core.desk.Changes;
import wrenchline.core.desk.Transactions;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Fittings;
import wrenchline.core.device.AccountNews;
import wrenchline.core.evidence.Anchors;
import wrenchline.core.evidence.OtherClock;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.RetentionBook;
import wrenchline.core.webhook.Webhooks;

/** The opened database: its schema is up to date, and it hands out what is kept in it. */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final @Nullable EmbeddedPostgres embedded;
    private final HikariDataSource pool;
    private final SqlTransactions transactions;
    private final InstantSource clock;

    private Database(@Nullable EmbeddedPostgres embedded, HikariDataSource pool, InstantSource clock) {
        this.embedded = embedded;
        this.pool = pool;
        this.transactions = new SqlTransactions(
                Jdbi.create(pool).registerArrayType(String.class, "text").registerArrayType(Long.class, "bigint"));
        this.clock = clock;
    }

    /**
     * Opens it, starts the server if it is ours, and brings the schema up to date.
     *
     * @param cache where the programs of a server of ours are unpacked to once and found again
     */
    public static Database open(DatabaseSettings settings, Path cache, InstantSource clock) {
        return switch (settings) {
            case DatabaseSettings.Embedded(Path folder, Secret password) -> {
                EmbeddedPostgres server = EmbeddedPostgres.start(folder, cache, 0, password);
                try {
                    yield open(server, server.jdbcUrl(), EmbeddedPostgres.NAME, password, clock);
                } catch (RuntimeException e) {
                    server.close();
                    throw e;
                }
            }
            case DatabaseSettings.Server(String jdbcUrl, String username, Secret password) ->
                open(null, jdbcUrl, username, password, clock);
        };
    }

    /** Joins the database while another process of the product runs on it; starts our own server when none does. */
    public static Database join(DatabaseSettings settings, Path cache, InstantSource clock) {
        if (settings instanceof DatabaseSettings.Embedded(Path folder, Secret password)) {
            Optional<String> running = EmbeddedPostgres.runningIn(folder);
            if (running.isPresent()) {
                return open(null, running.get(), EmbeddedPostgres.NAME, password, clock);
            }
        }
        return open(settings, cache, clock);
    }

    private static Database open(
            @Nullable EmbeddedPostgres embedded,
            String jdbcUrl,
            String username,
            Secret password,
            InstantSource clock) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgresql");
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(username);
        config.setPassword(password.value());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        HikariDataSource pool = new HikariDataSource(config);
        try {
            migrate(pool);
            return new Database(embedded, pool, clock);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    public Transactions transactions() {
        return transactions;
    }

    public Calls calls() {
        return new SqlCalls(transactions, clock);
    }

    public Holds quarantine() {
        return new SqlQuarantine(jdbi());
    }

    public RetentionBook retention() {
        return new SqlRetention(jdbi());
    }

    public Ledger ledger() {
        return new SqlLedger(jdbi());
    }

    public Devices devices() {
        return new SqlDevices(jdbi());
    }

    public DetectorStates detectorStates() {
        return new SqlDetectorStates(jdbi());
    }

    /** As {@code Books} hands them out, for those who need no transaction. */
    public Fittings fittings() {
        return new OwnFittings(transactions);
    }

    public Recordings recordings() {
        return new SqlRecordings(transactions);
    }

    /** The journals of evidence as they were written. */
    public Journals journals() {
        return new Journals(transactions);
    }

    /** The chain through all journals of evidence. */
    public Anchors anchors() {
        return new SqlAnchors(transactions);
    }

    /** The database's own clock. */
    public OtherClock clock() {
        return new SqlClock(jdbi());
    }

    /** Who may use the product, and what they did. */
    public AccessBooks access() {
        return new AccessBooks(
                new SqlAccounts(jdbi()),
                new SqlApiKeys(jdbi()),
                new SqlOpenSessions(jdbi()),
                new SqlEndedSessions(jdbi()),
                new SqlAuditLog(jdbi()),
                new SqlClaims(jdbi()),
                new SqlTurnstile(jdbi()));
    }

    public Webhooks webhooks() {
        return new SqlWebhooks(jdbi());
    }

    public Changes changes() {
        return new SqlChanges(jdbi());
    }

    public AccountNews accountNews() {
        return new SqlAccountNews(transactions, changes());
    }

    /** Recomputes everything that is stored, and compares. */
    public Verification verification() {
        return new Verification(jdbi());
    }

    Jdbi jdbi() {
        return transactions.jdbi();
    }

    /** Whether the database answers now. */
    public boolean answers() {
        try {
            return jdbi().withHandle(handle ->
                    handle.createQuery("select true").mapTo(Boolean.class).one());
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
