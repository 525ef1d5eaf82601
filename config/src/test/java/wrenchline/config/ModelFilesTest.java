package wrenchline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;

/** What a model lets people, and the product itself, tell a machine from afar. */
class ModelFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_limit_may_be_settable_and_inhibit_the_start() throws IOException {
        Limit limit = read("critical", "settable: {from: 150, to: 210}", "inhibitStart: true")
                .limits()
                .getFirst();
        assertThat(limit.settableIfAny()).contains(new Limit.Settable(150, 210));
        assertThat(limit.inhibitStart()).isTrue();
    }

    @Test
    void nothing_is_settable_and_nothing_inhibits_the_start_unless_the_model_says_so() throws IOException {
        Limit limit = read("critical").limits().getFirst();
        assertThat(limit.settableIfAny()).isEmpty();
        assertThat(limit.inhibitStart()).isFalse();
    }

    @Test
    void a_limit_that_is_not_critical_cannot_inhibit_the_start() {
        assertThatThrownBy(() -> read("major", "inhibitStart: true"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("only a critical one may inhibit the start");
    }

    @Test
    void a_range_that_is_upside_down_and_a_flag_that_is_none_are_told() {
        assertThatThrownBy(() -> read("critical", "settable: {from: 9, to: 1}", "inhibitStart: perhaps"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing is between 9.0 and 1.0")
                .hasMessageContaining("'perhaps', not true or false");
    }

    private EquipmentModel read(String severity, String... more) throws IOException {
        String model = """
                id: sample
                names: {zh: 示例, en: Sample}
                metrics:
                  - {id: pressure, unit: bar, names: {zh: 压力, en: Pressure}}
                limits:
                  - metric: pressure
                    failureMode: OVERPRESSURE
                    names: {zh: 超压, en: Overpressure}
                    severity: %s
                    side: above
                    raise: 210
                    clear: 195
                    duration: 5s
                """.formatted(severity);
        StringBuilder text = new StringBuilder(model);
        for (String line : more) {
            text.append("    ").append(line).append('\n');
        }
        Files.writeString(folder.resolve("sample.yaml"), text);
        return Objects.requireNonNull(ModelFiles.read(folder).get("sample"));
    }
}
