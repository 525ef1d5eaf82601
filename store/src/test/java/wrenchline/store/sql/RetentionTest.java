package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Keep;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.LedgerCheck;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Retention;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.QuestReadings;

/** Retention with a real history and real books. */
class RetentionTest {

    private static final EquipmentId LIFT = new EquipmentId("kept-lift");
    private static final Instant FIRST = Instant.parse("2026-03-02T12:00:00Z");
    private static final Keep THIRTY_DAYS = new Keep(Duration.ofDays(30), Keep.FOREVER, Keep.FOREVER);

    /** A day lasts from here on. */
    private static final int DAYS = 60;

    private static final Instant NOW = FIRST.plus(Duration.ofDays(DAYS - 1));

    @TempDir
    Path folder;

    private final Database database = TestDatabase.open();
    private QuestReadings history;

    @BeforeEach
    void keepSixtyDays() {
        history = QuestReadings.open(new HistorySettings.Quest(folder));
        for (int day = 0; day < DAYS; day++) {
            keep(day, FIRST.plus(Duration.ofDays(day)));
        }
    }

    @AfterEach
    void close() {
        history.close();
        database.close();
    }

    @Test
    void days_that_are_old_enough_go_and_the_books_still_agree() {
        Retention retention = new Retention(history, database.retention(), THIRTY_DAYS);
        retention.sweep(NOW);
        retention.sweep(NOW.plusSeconds(3_600));
        // Ten days are left because of the clock.
        assertThat(firstDay()).isEqualTo(DAYS - 1 - 40);
        assertThat(disagreeing()).isEmpty();
        assertThat(history.history(LIFT, "load", FIRST, NOW.plusSeconds(1), 2))
                .extracting(Point::count)
                .containsExactly(30L, 30L);
        assertThat(new Retention(history, database.retention(), THIRTY_DAYS).state())
                .isEqualTo(retention.state());
    }

    @Test
    void reading_that_is_lost_is_still_noticed_when_its_day_is_purged() {
        database.ledger()
                .enter(new Ledger.Page(
                        99,
                        List.of(new Ledger.Count(LIFT.value(), day(0), 1, 1, 0, 0, 0)),
                        List.of(),
                        List.of(),
                        List.of()));
        new Retention(history, database.retention(), THIRTY_DAYS).sweep(NOW);
        assertThat(disagreeing()).containsExactly(day(0));
    }

    @Test
    void a_row_dated_far_ahead_purges_nothing() {
        keep(DAYS, Instant.parse("2099-01-01T00:00:00Z"));
        new Retention(history, database.retention(), THIRTY_DAYS).sweep(FIRST.plus(Duration.ofDays(20)));
        assertThat(firstDay()).isZero();
    }

    @Test
    void a_clock_that_is_years_ahead_purges_no_more_than_the_newest_reading_allows() {
        new Retention(history, database.retention(), THIRTY_DAYS).sweep(NOW.plus(Duration.ofDays(3_650)));
        assertThat(firstDay()).isEqualTo(DAYS - 1 - 40);
    }

    @Test
    void a_clock_that_leaps_years_ahead_and_dates_readings_too_purges_nothing() {
        Retention retention = new Retention(history, database.retention(), THIRTY_DAYS);
        retention.sweep(FIRST.plus(Duration.ofDays(20)));
        Instant wrong = NOW.plus(Duration.ofDays(3_650));
        keep(DAYS, wrong);
        for (int hour = 0; hour < 100; hour++) {
            retention.sweep(wrong.plusSeconds(3_600L * hour));
        }
        assertThat(retention.state().clock().isDoubtful()).isTrue();
        assertThat(firstDay()).isZero();
    }

    private void keep(int number, Instant at) {
        history.keep(List.of(new Taken(number, new Reading(LIFT, at, at, number, Map.of("load", 1.0 * number)))));
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        database.ledger()
                .enter(new Ledger.Page(
                        number,
                        List.of(new Ledger.Count(LIFT.value(), day, 1, 1, 0, 0, 0)),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static LocalDate day(int number) {
        return LocalDate.ofInstant(FIRST, ZoneOffset.UTC).plusDays(number);
    }

    private long firstDay() {
        Instant oldest = history.replay(LIFT, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))
                .getFirst()
                .reading()
                .at();
        return Duration.between(FIRST, oldest).toDays();
    }

    private List<LocalDate> disagreeing() {
        return new LedgerCheck(database.ledger(), history)
                .run(day(0), day(DAYS)).stream()
                        .filter(line -> !line.agrees())
                        .map(line -> line.count().day())
                        .toList();
    }
}
