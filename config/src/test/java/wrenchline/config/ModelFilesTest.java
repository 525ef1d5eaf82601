package wrenchline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.equipment.AgeingPart;
import wrenchline.core.equipment.DiagnosedUnit;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;

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

    @Test
    void a_register_map_says_where_a_controller_keeps_its_metrics() throws IOException {
        read("critical");
        Files.writeString(folder.resolve("sample.yaml"), """
                modbus:
                  every: 2s
                  registers:
                    - {metric: pressure, table: input, address: 7, type: float32, wordOrder: low-first, scale: 0.1, offset: -1}
                """, StandardOpenOption.APPEND);
        assertThat(ModelFiles.registerMaps(folder))
                .containsExactly(Map.entry(
                        "sample",
                        new RegisterMap(
                                Duration.ofSeconds(2),
                                List.of(new Register(
                                        "pressure",
                                        Register.Table.INPUT,
                                        7,
                                        Register.Type.FLOAT32,
                                        Register.WordOrder.LOW_FIRST,
                                        0,
                                        0.1,
                                        -1)))));
    }

    @Test
    void everything_that_is_wrong_with_a_register_map_is_told() throws IOException {
        read("critical");
        Files.writeString(folder.resolve("sample.yaml"), """
                modbus:
                  every: 10ms
                  registers:
                    - {metric: presure, table: holding, address: 0, type: int16}
                    - {metric: pressure, table: coils, address: 65535, type: float64}
                    - {metric: pressure, table: coil, address: 1, type: int16}
                    - {metric: pressure, table: holding, address: 1, bit: 16}
                """, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> ModelFiles.registerMaps(folder))
                .hasMessageContaining("'modbus.every' must be from 100ms to 1h")
                .hasMessageContaining("no metric 'presure'")
                .hasMessageContaining("'coils', not one of coil, discrete, holding, input")
                .hasMessageContaining("'65535', not a whole number from 0 to 65532")
                .hasMessageContaining("'type' is of no use for a bit")
                .hasMessageContaining("has a register already")
                .hasMessageContaining("'16', not a whole number from 0 to 15");
    }

    @Test
    void a_part_may_age_as_a_trained_model_says() throws IOException {
        read("critical");
        Files.writeString(folder.resolve("sample.yaml"), """
                foresight:
                  ageing:
                    - part: pump
                      names: {zh: 泵, en: Pump}
                      model: pump.life
                      settings: [pressure]
                      sensors: [pressure, flow]
                      cycle: 0s
                      alarm: 0
                """, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining("no metric 'flow'")
                .hasMessageContaining("a cycle takes some time")
                .hasMessageContaining("'0', not a whole number from 1");

        Files.writeString(
                folder.resolve("sample.yaml"),
                Files.readString(folder.resolve("sample.yaml"))
                        .replace(", flow", "")
                        .replace("0s", "1h")
                        .replace("alarm: 0", ""));
        assertThat(Objects.requireNonNull(ModelFiles.read(folder).get("sample"))
                        .foresight()
                        .ageing())
                .containsExactly(new AgeingPart(
                        "pump",
                        new Names("泵", "Pump"),
                        "pump.life",
                        List.of("pressure"),
                        List.of("pressure"),
                        Duration.ofHours(1),
                        30));
    }

    @Test
    void the_components_of_a_unit_may_be_diagnosed_from_its_cycles() throws IOException {
        read("critical");
        Files.writeString(folder.resolve("sample.yaml"), """
                foresight:
                  diagnosis:
                    model: unit.diagnosis
                    sensors: {PS1: pressure, FS1: flow}
                    counter: cycles
                    cycle: 0s
                    after: 0
                    components:
                      - component: pump
                        names: {zh: 泵, en: Pump}
                        levels:
                          - {level: 1.5, names: {zh: 内漏, en: leaking}, severity: bad}
                """, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining("no metric 'flow'")
                .hasMessageContaining("no metric 'cycles'")
                .hasMessageContaining("a cycle takes some time")
                .hasMessageContaining("'0', not a whole number from 1")
                .hasMessageContaining("'1.5', not a whole number")
                .hasMessageContaining("'bad', not one of");

        Files.writeString(
                folder.resolve("sample.yaml"),
                Files.readString(folder.resolve("sample.yaml"))
                        .replace(", FS1: flow", "")
                        .replace("counter: cycles", "counter: pressure")
                        .replace("0s", "1m")
                        .replace("after: 0", "")
                        .replace("1.5", "1")
                        .replace("bad", "major"));
        assertThat(Objects.requireNonNull(ModelFiles.read(folder).get("sample"))
                        .foresight()
                        .diagnosisIfAny())
                .contains(new DiagnosedUnit(
                        "unit.diagnosis",
                        List.of(new DiagnosedUnit.Sensor("PS1", "pressure")),
                        "pressure",
                        Duration.ofMinutes(1),
                        3,
                        List.of(new DiagnosedUnit.Component(
                                "pump",
                                new Names("泵", "Pump"),
                                List.of(new DiagnosedUnit.Level(1, new Names("内漏", "leaking"), Severity.MAJOR))))));
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
