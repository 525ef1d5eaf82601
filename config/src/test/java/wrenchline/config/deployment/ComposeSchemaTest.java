package wrenchline.config.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asks Docker Compose itself, which needs no engine to check a file against its schema. */
@Tag("peer")
@Tag("compose")
final class ComposeSchemaTest {

    private static final String PROGRAM = Path.of(
                    Objects.requireNonNull(System.getenv("WRENCHLINE_COMPOSE_ROOT"), "WRENCHLINE_COMPOSE_ROOT"),
                    "bin/docker-compose")
            .toString();

    @Test
    void the_file_satisfies_the_schema() throws Exception {
        Outcome outcome = check(true);

        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void a_secret_that_is_not_set_is_named() throws Exception {
        Outcome outcome = check(false);

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.said()).containsPattern("required variable \\w+ is missing a value: set ");
    }

    private record Outcome(int exitCode, String said) {}

    private static Outcome check(boolean filledIn) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        PROGRAM, "--env-file", "/dev/null", "--file", "docker-compose.yml", "config", "--quiet")
                .directory(ComposeFile.HOME.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("WRENCHLINE_") || name.startsWith("INFLUXDB_"));
        if (filledIn) {
            ComposeFile.variables().stream()
                    .filter(variable -> "?".equals(variable.group(2)))
                    .forEach(variable -> builder.environment().put(variable.group(1), "filled in"));
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }
}
