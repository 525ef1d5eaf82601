package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.Secret;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void data_is_there_again_after_a_restart() throws SQLException {
        try (EmbeddedPostgres postgres = start();
                Connection connection = connect(postgres, TestDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (what text)");
            statement.execute("insert into kept values ('word')");
        }
        try (EmbeddedPostgres postgres = start();
                Connection connection = connect(postgres, TestDatabase.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select what from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("word");
        }
    }

    @Test
    void wrong_password_is_refused() {
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(() -> connect(postgres, new Secret("wrong")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void second_server_on_the_same_folder_is_refused() {
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(this::start).hasRootCauseMessage("locking " + folder + ": another process uses it");
            assertThat(postgres.isRunning()).isTrue();
        }
    }

    @Test
    void every_commit_waits_for_the_disk() throws SQLException {
        try (EmbeddedPostgres postgres = start();
                Connection connection = connect(postgres, TestDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (ResultSet rows = statement.executeQuery("show " + setting)) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, TestDatabase.CACHE, 0, TestDatabase.PASSWORD);
    }

    private static Connection connect(EmbeddedPostgres postgres, Secret password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), "wrenchline", password.value());
    }
}
