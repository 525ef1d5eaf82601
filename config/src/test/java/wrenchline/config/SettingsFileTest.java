package wrenchline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Path HOME = Path.of("..");
    private static final Path SHIPPED = HOME.resolve("config/wrenchline.yaml");

    @TempDir
    Path data;

    @Test
    void the_shipped_settings_listen_on_loopback_only() {
        Settings settings = read(Overrides.NONE);

        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.mqtt().host()).isEqualTo("127.0.0.1");
        assertThat(settings.hotline().sipHost()).isEqualTo("127.0.0.1");
        assertThat(settings.hotline().agiHost()).isEqualTo("127.0.0.1");
        assertThat(settings.hotline().amiHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void flags_stand_above_the_environment_and_the_environment_above_the_file() {
        var environment = Map.of("WRENCHLINE_HTTP_PORT", "18080", "WRENCHLINE_HOTLINE_SIP_PORT", "15060");

        Settings settings = read(new Overrides(Map.of("http.port", "28080"), environment));

        assertThat(settings.http().port()).isEqualTo(28080);
        assertThat(settings.hotline().sipPort()).isEqualTo(15060);
        assertThat(settings.mqtt().port()).isEqualTo(1883);
    }

    @Test
    void secrets_are_made_once_and_readable_by_their_owner_alone() throws IOException {
        Secret first = read(Overrides.NONE).http().operatorToken();

        assertThat(first.value()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(read(Overrides.NONE).http().operatorToken()).isEqualTo(first);
        assertThat(first).hasToString("(secret)");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void all_mistakes_are_told_at_once_with_file_and_line() throws IOException {
        Path file = data.resolve("wrong.yaml");
        String shipped = Files.readString(SHIPPED);
        Files.writeString(
                file,
                shipped.replaceFirst("  port: 8080", "  port: eighty\n  prot: 8080")
                        .replaceFirst("sessionIdle: 4h", "sessionIdle: 10s")
                        .replaceFirst("secondFactor: optional", "secondFactor: sometimes")
                        .replaceFirst("  username: controller\n", "")
                        .replaceFirst("longestMessage: 120s", "longestMessage: 2 minutes"));

        assertThatThrownBy(() -> new SettingsFile(HOME, data, Overrides.NONE).read(file))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems())
                                .hasSize(6)
                                .allMatch(problem -> problem.matches(".*wrong\\.yaml:\\d+: .*"))
                                .anyMatch(problem -> problem.contains("'http.port' is 'eighty'"))
                                .anyMatch(problem -> problem.contains("'http.secondFactor' is 'sometimes'"))
                                .anyMatch(problem -> problem.contains("'http.sessionIdle' is less than five minutes"))
                                .anyMatch(problem -> problem.contains("unknown key 'http.prot'"))
                                .anyMatch(problem -> problem.contains("'mqtt.username' is missing"))
                                .anyMatch(problem -> problem.contains("'hotline.longestMessage' is '2 minutes'")));
    }

    private Settings read(Overrides overrides) {
        return new SettingsFile(HOME, data, overrides).read(SHIPPED);
    }
}
