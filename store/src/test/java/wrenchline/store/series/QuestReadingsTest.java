package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.griffin.SqlException;
import java.io.IOException;
import java.nio.file.Files;
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
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

class QuestReadingsTest implements ReadingsContract, SumsContract, RetentionContract {

    @TempDir
    static Path folder;

    private static QuestReadings readings;
    private static QuestReadings untouched;

    @BeforeAll
    static void open() {
        readings = QuestReadings.open(new HistorySettings.Quest(folder.resolve("shared")));
        untouched = QuestReadings.open(new HistorySettings.Quest(folder.resolve("untouched")));
    }

    @AfterAll
    static void close() {
        readings.close();
        untouched.close();
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Override
    public Readings untouched() {
        return untouched;
    }

    @Override
    public void sumUp() {
        readings.sumUp();
    }

    @Test
    void sums_that_are_missing_are_made_anew() throws IOException {
        HistorySettings.Quest settings = new HistorySettings.Quest(folder.resolve("unsummed"));
        EquipmentId lift = new EquipmentId("lift-1");
        try (QuestReadings before = QuestReadings.open(settings)) {
            before.keep(ReadingsContract.series(lift, 7_200, index -> index));
        }
        Files.delete(settings.folder().resolve("open-hours"));
        try (QuestReadings after = QuestReadings.open(settings)) {
            for (int round = 0; round < 2; round++) {
                assertThat(after.history(lift, "load", START, START.plusSeconds(7_200), 2))
                        .containsExactly(
                                new Point(START, 0, 3_599, 1_799.5, 3_600),
                                new Point(START.plusSeconds(3_600), 3_600, 7_199, 5_399.5, 3_600));
                after.sumUp();
            }
        }
        assertThat(Files.readString(settings.folder().resolve("open-hours"))).contains("-");
    }

    @Test
    void second_opening_of_the_same_folder_is_refused() {
        assertThatThrownBy(() -> QuestReadings.open(new HistorySettings.Quest(folder.resolve("shared"))))
                .hasRootCauseMessage("another process uses it");
    }

    @Test
    void readings_from_before_they_were_numbered_are_still_there() throws IOException, SqlException {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("db"));
        try (CairoEngine engine =
                new CairoEngine(new DefaultCairoConfiguration(old.resolve("db").toString()))) {
            engine.load();
            engine.execute("""
                    create table readings (
                        at timestamp, received timestamp, seq long, equipment symbol capacity 4096 index,
                        metrics symbol, data double[]
                    ) timestamp(at) partition by day wal dedup upsert keys(at, equipment, metrics, seq)
                    """);
            engine.execute("""
                    insert into readings values (
                        '2026-03-01T08:00:00Z', '2026-03-01T08:00:00.035Z', 0, 'old-lift', 'load', array[4.5])
                    """);
        }
        Files.createFile(old.resolve("created"));
        EquipmentId lift = new EquipmentId("old-lift");
        Taken kept = new Taken(
                Taken.UNNUMBERED,
                ReadingsContract.reading(lift, START, 0, Map.of("load", 4.5)).reading());
        Taken more = ReadingsContract.reading(lift, START.plusSeconds(1), 1, Map.of("load", 5.5));
        for (int opening = 0; opening < 2; opening++) {
            try (QuestReadings readings = QuestReadings.open(new HistorySettings.Quest(old))) {
                readings.keep(List.of(more));
                assertThat(readings.replay(lift, START, START.plusSeconds(60))).containsExactly(kept, more);
                assertThat(readings.find(List.of(kept.reading()))).containsEntry(kept.reading(), Taken.UNNUMBERED);
            }
        }
    }

    @Test
    void all_is_there_after_a_restart() {
        HistorySettings.Quest settings = new HistorySettings.Quest(folder.resolve("restarted"));
        EquipmentId lift = new EquipmentId("lift-1");
        EquipmentId silent = new EquipmentId("silent-lift");
        List<Taken> kept = ReadingsContract.series(lift, 20, index -> index);
        Taken longAgo = ReadingsContract.reading(silent, START.minusSeconds(900 * 86_400L), 1, Map.of("load", 7.0));
        try (QuestReadings before = QuestReadings.open(settings)) {
            before.keep(List.of(longAgo));
            before.keep(kept);
        }
        try (QuestReadings after = QuestReadings.open(settings)) {
            assertThat(after.latest())
                    .containsExactlyInAnyOrder(
                            new Latest(lift, "load", START.plusSeconds(19), 19.0),
                            new Latest(silent, "load", longAgo.reading().at(), 7.0));
            assertThat(after.replay(lift, START, START.plusSeconds(60))).isEqualTo(kept);
            after.keep(kept);
            assertThat(after.replay(lift, START, START.plusSeconds(60))).isEqualTo(kept);
        }
    }
}
