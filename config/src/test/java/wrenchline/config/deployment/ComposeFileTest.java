package wrenchline.config.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.config.ConfigurationException;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.HistorySettings;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.config.Overrides;
import wrenchline.config.Settings;
import wrenchline.config.SettingsFile;

final class ComposeFileTest {

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final String VOLUME = "/var/lib/wrenchline";

    @TempDir
    private Path data;

    static List<String> variables_of_the_product() {
        return List.copyOf(COMPOSE.environment("wrenchline").keySet());
    }

    @ParameterizedTest
    @MethodSource("variables_of_the_product")
    void the_product_reads_every_variable_that_it_is_given(String variable) {
        Map<String, String> changed = new LinkedHashMap<>(COMPOSE.environment("wrenchline"));
        changed.merge(variable, "1", String::concat);

        assertThat(outcome(changed)).isNotEqualTo(outcome(COMPOSE.environment("wrenchline")));
    }

    @Test
    void the_database_is_the_one_that_is_published() {
        Map<String, String> server = COMPOSE.environment("postgres");

        assertThat(settings().database()).isInstanceOfSatisfying(DatabaseSettings.Server.class, database -> {
            assertThat(database.jdbcUrl())
                    .isEqualTo("jdbc:postgresql://" + published("postgres", 5432) + "/" + server.get("POSTGRES_DB"));
            assertThat(database.username()).isEqualTo(server.get("POSTGRES_USER"));
            assertThat(database.password().value()).isEqualTo(server.get("POSTGRES_PASSWORD"));
        });
    }

    @Test
    void the_history_is_the_one_that_is_published() {
        Map<String, String> server = COMPOSE.environment("influxdb");

        assertThat(settings().history()).isInstanceOfSatisfying(HistorySettings.Influx.class, history -> {
            assertThat(history.url()).isEqualTo("http://" + published("influxdb", 8086));
            assertThat(history.organisation()).isEqualTo(server.get("DOCKER_INFLUXDB_INIT_ORG"));
            assertThat(history.bucket()).isEqualTo(server.get("DOCKER_INFLUXDB_INIT_BUCKET"));
            assertThat(history.token().value()).isEqualTo(server.get("DOCKER_INFLUXDB_INIT_ADMIN_TOKEN"));
        });
    }

    @Test
    void the_broker_is_the_one_that_is_published() {
        Map<String, String> server = COMPOSE.environment("mosquitto");

        assertThat(ComposeFile.text("config/mosquitto/mosquitto.conf")).contains("listener 1884\n");
        assertThat(settings().brokers()).singleElement().satisfies(broker -> {
            assertThat(broker.url()).isEqualTo("tcp://" + published("mosquitto", 1884));
            assertThat(broker.username()).isEqualTo(server.get("MOSQUITTO_USERNAME"));
            assertThat(broker.password().value()).isEqualTo(server.get("MOSQUITTO_PASSWORD"));
        });
    }

    @Test
    void asterisk_and_the_product_share_the_run_folder_on_one_volume() {
        assertThat(settings().hotline().asterisk())
                .isEqualTo(new AsteriskSettings.Running(Path.of(VOLUME, "asterisk")));
        for (String service : List.of("wrenchline", "asterisk")) {
            assertThat(COMPOSE.list(service, "volumes")).containsExactly("wrenchline:" + VOLUME);
            assertThat(ComposeFile.text(COMPOSE.dockerfile(service)))
                    .contains("VOLUME " + VOLUME + "\n", "--uid 10001");
        }
        assertThat(ComposeFile.text("docker/wrenchline.Dockerfile"))
                .contains("\"run\", \"--data\", \"" + VOLUME + "\"");
    }

    @Test
    void asterisk_is_given_what_its_script_reads_and_nothing_else() {
        String script = ComposeFile.text("docker/asterisk.sh");

        assertThat(names("\\$\\{?((?:WRENCHLINE_HOTLINE|ASTERISK_TELE)\\w+)", script))
                .containsExactlyInAnyOrderElementsOf(
                        COMPOSE.environment("asterisk").keySet());
    }

    @Test
    void every_gap_in_asterisks_files_is_filled_by_its_script() throws IOException {
        List<String> filled = names("(?m)^replace (\\w+) ", ComposeFile.text("docker/asterisk.sh"));

        try (Stream<Path> files = Files.list(ComposeFile.HOME.resolve("config/asterisk"))) {
            List<String> gaps = files.flatMap(file -> names("@([A-Z_]+)@", ComposeFile.text(file.toString())).stream())
                    .distinct()
                    .toList();
            assertThat(gaps).containsExactlyInAnyOrderElementsOf(filled);
        }
    }

    @Test
    void asterisk_has_the_same_settings_as_the_product() {
        Map<String, String> product = COMPOSE.environment("wrenchline");

        COMPOSE.environment("asterisk")
                .forEach((name, value) ->
                        assertThat(product.getOrDefault(name, value)).isEqualTo(value));
    }

    @Test
    void health_is_asked_where_the_product_answers() {
        Settings settings = settings();

        assertThat(COMPOSE.healthCheck("wrenchline"))
                .contains("http://%s:%d/health/ready"
                        .formatted(settings.http().host(), settings.http().port()));
        assertThat(COMPOSE.healthCheck("asterisk")).contains(VOLUME + "/asterisk/etc/asterisk.conf");
        assertThat(COMPOSE.services().keySet())
                .allSatisfy(service -> assertThat(COMPOSE.healthCheck(service)).isNotEmpty());
    }

    @Test
    void nothing_secret_has_a_default_and_the_example_names_it() {
        List<String> required = ComposeFile.variables().stream()
                .filter(variable -> "?".equals(variable.group(2)))
                .map(variable -> variable.group(1))
                .distinct()
                .toList();
        List<String> named = ComposeFile.variables().stream()
                .map(variable -> variable.group(1))
                .distinct()
                .toList();
        String example = ComposeFile.text("docker/example.env");

        assertThat(named)
                .filteredOn(name -> name.matches(".*(PASSWORD|SECRET|TOKEN)"))
                .isNotEmpty()
                .hasSameElementsAs(required);
        assertThat(names("(?m)^(\\w+)=$", example)).hasSameElementsAs(required);
        assertThat(names("(?m)^#?(\\w+)=$", example)).hasSameElementsAs(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrenchline", "asterisk", "mosquitto"})
    void everything_that_an_image_copies_exists(String service) {
        List<String> copied = names("(?m)^COPY (?!--from)(\\S+) ", ComposeFile.text(COMPOSE.dockerfile(service)));

        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(ComposeFile.HOME.resolve(path)).exists());
    }

    /** The settings, or why they were refused. */
    private Object outcome(Map<String, String> environment) {
        try {
            return settings(environment);
        } catch (ConfigurationException refused) {
            return refused.problems();
        }
    }

    private Settings settings() {
        return settings(COMPOSE.environment("wrenchline"));
    }

    private Settings settings(Map<String, String> environment) {
        return new SettingsFile(ComposeFile.HOME, data, new Overrides(Map.of(), environment))
                .read(ComposeFile.HOME.resolve("docker/wrenchline.yaml"));
    }

    /** Host and port at which the port {@code inside} of {@code service} is reached. */
    private static String published(String service, int inside) {
        String suffix = ":" + inside;
        return COMPOSE.list(service, "ports").stream()
                .filter(port -> port.endsWith(suffix))
                .map(port -> port.substring(0, port.length() - suffix.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service + " publishes no " + inside));
    }

    private static List<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
