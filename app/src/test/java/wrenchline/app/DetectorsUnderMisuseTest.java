package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.config.ModelFiles;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.MachineDetector;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.reading.Reading;

/** What machines send that nobody should send: no detector fails of it, cries, or is blind afterwards. */
class DetectorsUnderMisuseTest {

    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final EquipmentModel MODEL =
            Objects.requireNonNull(ModelFiles.read(Path.of("../config/models")).get("two-post-lift"));
    private static final int LEARNING = 30 * 60;
    private static final int MISUSED = 60;
    private static final int AFTERWARDS = 8 * 60;
    private static final int FAULTY = 60;

    private static final List<Reading> READINGS = readings();

    /** What a machine has learned that was well all the time: each misuse begins with it. */
    private static byte[] learned = {};

    private final Detector detector = detector();

    private static Detector detector() {
        return new MachineDetector(
                MODEL,
                WatchedNormality::new,
                LimitTrend::new,
                TrainedAgeing.maker(Path.of("../config/models"), List.of(MODEL)),
                TrainedDiagnosis.maker(Path.of("../config/models"), List.of(MODEL)));
    }

    @BeforeAll
    static void learn() throws IOException {
        Detector learning = detector();
        assertThat(raised(look(learning, READINGS.subList(0, LEARNING)))).isEmpty();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learning.write(new DataOutputStream(bytes));
        learned = bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misuses")
    void nothing_fails_few_tickets_are_raised_and_a_fault_is_found_afterwards(
            String name, UnaryOperator<List<Reading>> misuse) throws IOException {
        detector.read(new DataInputStream(new ByteArrayInputStream(learned)));
        List<Finding> during = look(detector, misuse.apply(READINGS.subList(LEARNING, LEARNING + MISUSED)));
        List<Finding> after = look(detector, READINGS.subList(LEARNING + MISUSED, READINGS.size() - FAULTY));
        List<Finding> fault = look(detector, READINGS.subList(READINGS.size() - FAULTY, READINGS.size()));

        assertThat(raised(during)).as("told during %s", name).hasSizeLessThanOrEqualTo(2);
        assertThat(raised(after)).as("told after %s", name).hasSizeLessThanOrEqualTo(1);
        assertThat(raised(fault))
                .as("the fault after %s", name)
                .anyMatch(raised -> raised.failureMode().equals(Finding.UNUSUAL));
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                misuse("nothing at all", readings -> readings),
                misuse("silence", readings -> List.of()),
                misuse(
                        "each reading a thousand times",
                        readings -> readings.stream()
                                .flatMap(reading -> Collections.nCopies(1000, reading).stream())
                                .toList()),
                misuse("any order", readings -> {
                    List<Reading> shuffled = new ArrayList<>(readings);
                    Collections.shuffle(shuffled, new Random(1));
                    return shuffled;
                }),
                misuse(
                        "the past",
                        readings -> each(
                                readings,
                                reading -> at(reading, reading.at().minus(Duration.ofDays(400)), reading.values()))),
                misuse(
                        "a clock a year ahead",
                        readings -> each(
                                readings,
                                reading -> at(reading, reading.at().plus(Duration.ofDays(365)), reading.values()))),
                misuse(
                        "a metric at a time",
                        readings -> readings.stream()
                                .flatMap(reading -> reading.values().entrySet().stream()
                                        .map(value ->
                                                at(reading, reading.at(), Map.of(value.getKey(), value.getValue()))))
                                .toList()),
                misuse(
                        "one metric alone",
                        readings -> each(
                                readings,
                                reading -> at(
                                        reading,
                                        reading.at(),
                                        Map.of("flow", reading.values().getOrDefault("flow", 0.0))))),
                misuse(
                        "metrics that nobody knows",
                        readings -> each(
                                readings,
                                reading ->
                                        with(reading, "metric_" + reading.at().getEpochSecond(), 1e9))),
                misuse(
                        "the same again and again",
                        readings -> each(
                                readings,
                                reading -> at(
                                        reading,
                                        reading.at(),
                                        readings.getFirst().values()))),
                misuse("huge values", readings -> each(readings, reading -> with(reading, "flow", 1e300))),
                misuse(
                        "huge values both ways",
                        readings -> each(
                                readings,
                                reading -> with(
                                        reading, "flow", reading.at().getEpochSecond() % 120 == 0 ? -1e308 : 1e308))),
                misuse(
                        "hardly any value now and then",
                        readings -> each(
                                readings,
                                reading -> reading.at().getEpochSecond() % 1200 == 0
                                        ? with(reading, "flow", Double.MIN_VALUE)
                                        : reading)));
    }

    private static Arguments misuse(String name, UnaryOperator<List<Reading>> misuse) {
        return Arguments.of(name, misuse);
    }

    private static List<Finding> look(Detector detector, List<Reading> readings) {
        List<Finding> findings = new ArrayList<>();
        readings.forEach(reading -> findings.addAll(detector.on(reading)));
        return findings;
    }

    private static List<Finding> raised(List<Finding> findings) {
        return findings.stream().filter(Finding.Raised.class::isInstance).toList();
    }

    private static List<Reading> readings() {
        Random noise = new Random(3);
        return IntStream.range(0, LEARNING + MISUSED + AFTERWARDS + FAULTY)
                .mapToObj(minute -> reading(minute, noise))
                .toList();
    }

    /** A minute each; the flow falls by a third at the end. */
    private static Reading reading(int minute, Random noise) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        double flow = minute < LEARNING + MISUSED + AFTERWARDS ? 8 : 5;
        return new Reading(
                LIFT,
                at,
                at,
                Reading.NO_SEQ,
                Map.of(
                        "oil_temp", 42 + noise.nextGaussian() / 3,
                        "pressure", 150 + noise.nextGaussian(),
                        "flow", flow + noise.nextGaussian() / 10,
                        "motor_power", 2400 + 10 * noise.nextGaussian(),
                        "vibration", 0.6 + noise.nextGaussian() / 50));
    }

    private static List<Reading> each(List<Reading> readings, UnaryOperator<Reading> change) {
        return readings.stream().map(change).toList();
    }

    private static Reading at(Reading reading, Instant at, Map<String, Double> values) {
        return new Reading(LIFT, at, reading.received(), Reading.NO_SEQ, values);
    }

    private static Reading with(Reading reading, String metric, double value) {
        Map<String, Double> values = new HashMap<>(reading.values());
        values.put(metric, value);
        return at(reading, reading.at(), values);
    }
}
