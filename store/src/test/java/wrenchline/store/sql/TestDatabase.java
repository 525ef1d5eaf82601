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
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.Secret;

/** One server for all tests of this run, and a fresh database for whoever asks. */
public final class TestDatabase {

    /** Kept between runs, so that the programs are unpacked only once. */
    static final Path CACHE = Path.of("target", "postgres-cache");

    static final Secret PASSWORD = new Secret("a password of these tests");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    public static Database open() {
        return open(create("template " + Server.MIGRATED));
    }

    /**
     * A database that is as old as the first of {@code fillings}, and was opened by the product of today.
     *
     * @param fillings statements that write as the product wrote then, by the version of the schema that they fill; in its order
     */
    static Database grown(SequencedMap<String, String> fillings) {
        String name = create("");
        fillings.forEach((version, statements) -> {
            Flyway.configure()
                    .dataSource(url(name), "wrenchline", PASSWORD.value())
                    .target(version)
                    .load()
                    .migrate();
            execute(url(name), statements);
        });
        return open(name);
    }

    private static Database open(String name) {
        return Database.open(
                new DatabaseSettings.Server(url(name), "wrenchline", PASSWORD), CACHE, InstantSource.system());
    }

    private static String url(String name) {
        return Server.URL.replaceFirst("/postgres$", "/" + name);
    }

    private static String create(String how) {
        String name = "test_" + COUNT.incrementAndGet();
        execute(Server.URL, "create database " + name + " " + how);
        return name;
    }

    private static void execute(String url, String statements) {
        try (Connection connection = DriverManager.getConnection(url, "wrenchline", PASSWORD.value());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException("executing at " + url + ": " + statements, e);
        }
    }

    /** The name of a database that has all tables and nothing in them: a copy is faster than all migrations. */
    private static String migrated() {
        String name = create("");
        open(name).close();
        return name;
    }

    private static String startOurs() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
            return EmbeddedPostgres.start(folder, CACHE, 0, PASSWORD).jdbcUrl();
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for PostgreSQL", e);
        }
    }

    /** The official image; Testcontainers removes it at the end of the run. */
    private static String startContainer() {
        GenericContainer<?> container = new GenericContainer<>("postgres:18")
                .withEnv(Map.of(
                        "POSTGRES_DB",
                        "postgres",
                        "POSTGRES_USER",
                        "wrenchline",
                        "POSTGRES_PASSWORD",
                        PASSWORD.value()))
                .withExposedPorts(5432)
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2));
        container.start();
        return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/postgres";
    }

    /** Started by the first who opens a database: the server that production gets with Docker, or the one it gets without. */
    private static final class Server {
        static final String URL = System.getenv("WRENCHLINE_DOCKER") == null ? startOurs() : startContainer();
        static final String MIGRATED = migrated();
    }
}
