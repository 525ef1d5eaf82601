package wrenchline.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.Secret;
import wrenchline.store.sql.Database;
import wrenchline.store.sql.EmbeddedPostgres;

/** Databases of one real PostgreSQL, which is started and brought up to date once for all tests of a run. */
public final class StoredDatabases {

    /** Kept between runs, so that the programs are unpacked only once. */
    private static final Path CACHE = Path.of("target", "postgres-cache");

    private static final String USER = "wrenchline";
    private static final Secret PASSWORD = new Secret("a password of these tests");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private StoredDatabases() {}

    /** An empty database of its own, with the newest schema. */
    public static Database fresh(InstantSource clock) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template pattern");
        return open(name, clock);
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("wrenchline-postgres");
            return EmbeddedPostgres.start(folder, CACHE, 0, PASSWORD);
        } catch (IOException failure) {
            throw new UncheckedIOException("making a folder for PostgreSQL", failure);
        }
    }

    static {
        execute("create database pattern");
        open("pattern", InstantSource.system()).close();
    }

    private static Database open(String name, InstantSource clock) {
        return Database.open(new DatabaseSettings.Server(url(name), USER, PASSWORD), CACHE, clock);
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD.value());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static String url(String database) {
        return SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + database);
    }
}
