package wrenchline.config.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asks Prometheus' own tool about the alert rules that are shipped. */
@Tag("peer")
@Tag("prometheus")
final class AlertRulesTest {

    private static final String PROGRAM = Path.of(
                    Objects.requireNonNull(System.getenv("WRENCHLINE_PROMETHEUS_ROOT"), "WRENCHLINE_PROMETHEUS_ROOT"),
                    "bin/promtool")
            .toString();

    @Test
    void the_rules_alert_when_they_should_and_say_what_they_should() throws Exception {
        assertThat(said("test", "rules", "wrenchline-rules-test.yml")).contains("SUCCESS");
    }

    @Test
    void the_rules_and_the_scrape_configuration_are_understood() throws Exception {
        assertThat(said("check", "rules", "wrenchline-rules.yml")).contains("SUCCESS");
        assertThat(said("check", "config", "--syntax-only", "prometheus.yml")).contains("SUCCESS");
    }

    private static String said(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(PROGRAM)
                .directory(ComposeFile.HOME.resolve("config/prometheus").toFile())
                .redirectErrorStream(true);
        for (String argument : arguments) {
            builder.command().add(argument);
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
