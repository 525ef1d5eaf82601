package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.testkit.ChildJvm;

@Tag("slow")
class KilledHistoryTest {

    private static final EquipmentId LIFT = new EquipmentId("killed-lift");
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void no_reading_that_was_kept_is_lost_by_kill_9() {
        List<String> returned;
        try (ChildJvm child = ChildJvm.start(Victim.class, folder.toString())) {
            returned = child.killAfter(500);
        }
        try (QuestReadings history = QuestReadings.open(new HistorySettings.Quest(folder))) {
            List<Taken> kept = history.replay(LIFT, START, START.plusSeconds(3600));
            assertThat(kept)
                    .doesNotHaveDuplicates()
                    .allSatisfy(taken -> assertThat(taken).isEqualTo(reading(taken.intake())));
            assertThat(kept).extracting(taken -> Long.toString(taken.intake())).containsAll(returned);
        }
    }

    @RepeatedTest(3)
    void sums_agree_with_the_readings_after_kill_9() {
        try (ChildJvm child = ChildJvm.start(SummedVictim.class, folder.toString())) {
            child.killAfter(400);
        }
        try (QuestReadings history = QuestReadings.open(new HistorySettings.Quest(folder))) {
            Instant end = START.plus(Duration.ofDays(3));
            List<Taken> kept = history.replay(LIFT, START, end);
            List<Point> counted = SumsContract.count(kept, Buckets.of(START, end, 100), START, end);
            assertThat(counted).hasSizeGreaterThan(10);
            List<Point> told = history.history(LIFT, "load", START, end, 100);
            assertThat(told)
                    .usingRecursiveComparison()
                    .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1, Double.class)
                    .isEqualTo(counted);
        }
    }

    private static Taken reading(long seq) {
        return new Taken(
                seq,
                new Reading(
                        LIFT, START.plusMillis(seq), START.plusSeconds(7), seq, Map.of("load", seq / 7.0, "b", 1.0)));
    }

    /** Keeps readings of three days all mixed up, and sums them up all the time. */
    static final class SummedVictim {

        private SummedVictim() {}

        public static void main(String[] arguments) {
            QuestReadings history = QuestReadings.open(new HistorySettings.Quest(Path.of(arguments[0])));
            Thread.ofPlatform().start(() -> {
                while (true) {
                    history.sumUp();
                }
            });
            for (long seq = 0; ; seq++) {
                Instant at = START.plusSeconds(seq * 7_919 % Duration.ofDays(3).toSeconds());
                history.keep(List.of(new Taken(seq, new Reading(LIFT, at, at, seq, Map.of("load", seq / 8.0)))));
                ChildJvm.say(Long.toString(seq));
            }
        }
    }

    /** Keeps readings from eight threads for ever, and tells each counter once it was kept. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) {
            QuestReadings history = QuestReadings.open(new HistorySettings.Quest(Path.of(arguments[0])));
            AtomicLong next = new AtomicLong();
            for (int thread = 0; thread < 8; thread++) {
                Thread.ofPlatform().start(() -> keepForEver(history, next));
            }
        }

        private static void keepForEver(QuestReadings history, AtomicLong next) {
            while (true) {
                long seq = next.getAndIncrement();
                history.keep(List.of(reading(seq)));
                ChildJvm.say(Long.toString(seq));
            }
        }
    }
}
