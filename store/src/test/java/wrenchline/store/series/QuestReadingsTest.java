package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;

class QuestReadingsTest implements ReadingsContract {

    @TempDir
    static Path folder;

    private static QuestReadings readings;

    @BeforeAll
    static void open() {
        readings = QuestReadings.open(new HistorySettings.Quest(folder.resolve("shared")));
    }

    @AfterAll
    static void close() {
        readings.close();
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Test
    void second_opening_of_the_same_folder_is_refused() {
        assertThatThrownBy(() -> QuestReadings.open(new HistorySettings.Quest(folder.resolve("shared"))))
                .hasRootCauseMessage("another process uses it");
    }

    @Test
    void all_is_there_after_a_restart() {
        HistorySettings.Quest settings = new HistorySettings.Quest(folder.resolve("restarted"));
        EquipmentId lift = new EquipmentId("lift-1");
        EquipmentId silent = new EquipmentId("silent-lift");
        List<Reading> kept = ReadingsContract.series(lift, 20, index -> index);
        Reading longAgo = ReadingsContract.reading(silent, START.minusSeconds(900 * 86_400L), 1, Map.of("load", 7.0));
        try (QuestReadings before = QuestReadings.open(settings)) {
            before.keep(List.of(longAgo));
            before.keep(kept);
        }
        try (QuestReadings after = QuestReadings.open(settings)) {
            assertThat(after.latest())
                    .containsExactlyInAnyOrder(
                            new Latest(lift, "load", START.plusSeconds(19), 19.0),
                            new Latest(silent, "load", longAgo.at(), 7.0));
            assertThat(after.replay(lift, START, START.plusSeconds(60))).isEqualTo(kept);
            after.keep(kept);
            assertThat(after.replay(lift, START, START.plusSeconds(60))).isEqualTo(kept);
        }
    }
}
