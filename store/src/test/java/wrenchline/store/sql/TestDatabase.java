package wrenchline.store.sql;

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

/** One server for all tests of this run, and a fresh database for whoever asks. */
final class TestDatabase {

    /** Kept between runs, so that the programs are unpacked only once. */
    static final Path CACHE = Path.of("target", "postgres-cache");

    static final Secret PASSWORD = new Secret("a password of these tests");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    static Database open() {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(Server.RUNNING.jdbcUrl(), "wrenchline", PASSWORD.value());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("creating the database " + name, e);
        }
        String url = Server.RUNNING.jdbcUrl().replaceFirst("/postgres$", "/" + name);
        return Database.open(new DatabaseSettings.Server(url, "wrenchline", PASSWORD), CACHE, InstantSource.system());
    }

    private static EmbeddedPostgres startServer() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
            return EmbeddedPostgres.start(folder, CACHE, 0, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for PostgreSQL", e);
        }
    }

    /** Started by the first who opens a database. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = startServer();
    }
}
