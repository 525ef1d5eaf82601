package wrenchline.bench.desk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.Secret;
import wrenchline.store.sql.Database;
import wrenchline.store.sql.EmbeddedPostgres;

/** A PostgreSQL of our own, opened as the product opens it, and beside it a plain connection. */
record OwnDatabase(EmbeddedPostgres server, Database database, Connection plain) implements AutoCloseable {

    private static final String USER = "wrenchline";
    private static final String PASSWORD = "bench";

    static OwnDatabase open(Path folder, Path cache) throws SQLException {
        Secret password = new Secret(PASSWORD);
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, cache, 0, password);
        Database database = Database.open(
                new DatabaseSettings.Server(server.jdbcUrl(), USER, password), cache, InstantSource.system());
        return new OwnDatabase(server, database, DriverManager.getConnection(server.jdbcUrl(), USER, password.value()));
    }

    /** Another plain connection. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), USER, PASSWORD);
    }

    /** The one number that {@code query} gives. */
    long number(String query) throws SQLException {
        try (Statement statement = plain.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    void execute(String statement) throws SQLException {
        try (Statement executed = plain.createStatement()) {
            executed.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        plain.close();
        database.close();
        server.close();
    }
}
