package wrenchline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wrenchline.config.ModelFiles;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.LimitDetector;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Metric;
import wrenchline.core.reading.Reading;

/** What the simulated machines show, judged by the limits of their models. */
class ScriptTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Path CONFIG = Path.of("../config");

    private final Recording recording = Recording.read(CONFIG.resolve("demo/telemetry"));
    private final Map<String, EquipmentModel> models = ModelFiles.read(CONFIG.resolve("models"));

    @Test
    void the_degrading_lift_overheats_within_ninety_seconds_and_shows_nothing_else() {
        List<Finding> findings = findings(Kind.TWO_POST_LIFT, Script.degrading(recording), 600);
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Raised.class, raised -> {
            assertThat(raised.failureMode()).isEqualTo("OVERHEATING");
            assertThat(raised.at()).isBetween(START.plusSeconds(60), START.plusSeconds(90));
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_healthy_machine_of_any_kind_stays_within_its_limits(Kind kind) {
        for (int machine = 0; machine < 12; machine++) {
            assertThat(findings(kind, Script.healthy(recording, machine), 600)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_machine_sends_exactly_the_metrics_of_its_model(Kind kind) {
        assertThat(kind.channels())
                .extracting(Kind.Channel::metric)
                .containsExactlyElementsOf(
                        model(kind).metrics().stream().map(Metric::id).toList());
    }

    private List<Finding> findings(Kind kind, Script script, int seconds) {
        LimitDetector detector = new LimitDetector(model(kind));
        List<Finding> findings = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            Map<String, Double> values = new HashMap<>();
            for (Kind.Channel channel : kind.channels()) {
                values.put(channel.metric(), script.row(second).value(channel));
            }
            Instant at = START.plusSeconds(second);
            findings.addAll(detector.on(new Reading(new EquipmentId("machine"), at, at, second, values)));
        }
        return findings;
    }

    private EquipmentModel model(Kind kind) {
        return Objects.requireNonNull(
                models.get(kind.name().toLowerCase(Locale.ROOT).replace('_', '-')), "the model of " + kind);
    }
}
