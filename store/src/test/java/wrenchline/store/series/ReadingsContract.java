package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/** What every history promises. Each test uses equipment of its own, so that they can share one store. */
interface ReadingsContract {

    Instant START = Instant.parse("2026-03-01T08:00:00Z");

    Readings readings();

    /** A history for those tests that invent names of metrics; another one where each name is a burden to all that is read. */
    default Readings crowded() {
        return readings();
    }

    @Test
    default void what_was_kept_is_replayed_with_number_counter_and_arrival() {
        EquipmentId lift = new EquipmentId("replayed-lift");
        List<Taken> kept = List.of(
                reading(lift, START, 17, Map.of("oil_temp", 61.25, "pressure", 148.0)),
                reading(lift, START.plusMillis(20), Reading.NO_SEQ, Map.of("oil_temp", -0.5)),
                reading(lift, START.plusMillis(40), 18, Map.of("油温", 1e-9, "it's, a \"name\"=x", 3.0)));
        readings().keep(kept);
        assertThat(readings().replay(lift, START, START.plusSeconds(1))).isEqualTo(kept);
    }

    @Test
    default void replay_has_its_beginning_and_not_its_end() {
        EquipmentId lift = new EquipmentId("bounded-lift");
        List<Taken> kept = series(lift, 10, index -> index);
        readings().keep(kept);
        assertThat(readings().replay(lift, START.plusSeconds(2), START.plusSeconds(5)))
                .isEqualTo(kept.subList(2, 5));
    }

    @Test
    default void readings_that_come_late_are_replayed_in_order() {
        EquipmentId lift = new EquipmentId("late-lift");
        List<Taken> kept = series(lift, 6, index -> index);
        readings().keep(kept.subList(3, 6));
        readings().keep(kept.subList(0, 3));
        assertThat(readings().replay(lift, START, START.plusSeconds(60))).isEqualTo(kept);
    }

    @Test
    default void keeping_the_same_reading_again_changes_nothing() {
        EquipmentId lift = new EquipmentId("repeated-lift");
        List<Taken> kept = series(lift, 5, index -> index);
        readings().keep(kept);
        readings().keep(kept);
        assertThat(readings().replay(lift, START, START.plusSeconds(60))).isEqualTo(kept);
        assertThat(readings().history(lift, "load", START, START.plusSeconds(60), 1))
                .extracting(Point::count)
                .containsExactly(5L);
    }

    @Test
    default void different_readings_of_one_instant_are_all_kept() {
        EquipmentId lift = new EquipmentId("busy-lift");
        List<Taken> kept = List.of(
                reading(lift, START, 1, Map.of("load", 1.0)),
                reading(lift, START, 2, Map.of("load", 1.0)),
                reading(lift, START, 3, Map.of("load", 2.0)),
                reading(lift, START, 4, Map.of("oil_temp", 2.0)));
        readings().keep(kept);
        assertThat(readings().replay(lift, START, START.plusSeconds(1))).isEqualTo(kept);
    }

    @Test
    default void a_reading_that_comes_again_is_found_with_its_number() {
        EquipmentId lift = new EquipmentId("sought-lift");
        List<Taken> kept = new ArrayList<>(series(lift, 50, index -> index));
        kept.add(reading(lift, START.plusSeconds(86_400), 51, Map.of("load", 1.0)));
        readings().keep(kept);
        Reading first = kept.getFirst().reading();
        Reading again = new Reading(lift, first.at(), first.received().plusSeconds(90), first.seq(), first.values());
        Reading last = kept.getLast().reading();
        Reading other = reading(lift, START, 0, Map.of("load", 0.5)).reading();
        Reading unheard = reading(new EquipmentId("unheard-lift"), START, 0, first.values())
                .reading();
        assertThat(readings().find(List.of(again, other, unheard, last)))
                .containsOnly(entry(again, 100L), entry(last, 151L));
    }

    @Test
    default void readings_are_counted_by_machine_and_day() {
        EquipmentId lift = new EquipmentId("counted-lift");
        Instant midnight = Instant.parse("2031-03-02T00:00:00Z");
        readings()
                .keep(List.of(
                        reading(lift, midnight.minusMillis(1), 1, Map.of("load", 1.0)),
                        reading(lift, midnight, 2, Map.of("load", 1.0)),
                        reading(lift, midnight, 3, Map.of("oil_temp", 1.0)),
                        reading(new EquipmentId("other-lift"), midnight, 4, Map.of("a", 1.0, "b", 2.0)),
                        reading(lift, midnight.plusSeconds(60), 5, Map.of("load", 1.0))));
        assertThat(readings().counts(midnight.minusSeconds(10), midnight.plusSeconds(60)))
                .containsExactlyInAnyOrder(
                        new DayCount(lift, LocalDate.of(2031, 3, 1), 1),
                        new DayCount(lift, LocalDate.of(2031, 3, 2), 2),
                        new DayCount(new EquipmentId("other-lift"), LocalDate.of(2031, 3, 2), 1));
    }

    @Test
    default void sets_of_metrics_may_differ_from_reading_to_reading() {
        EquipmentId lift = new EquipmentId("open-lift");
        readings()
                .keep(List.of(
                        reading(lift, START, 1, Map.of("load", 1.0)),
                        reading(lift, START.plusSeconds(1), 2, Map.of("aaa", 9.0, "load", 2.0)),
                        reading(lift, START.plusSeconds(2), 3, Map.of("aaa", 9.0, "bbb", 9.0, "load", 6.0))));
        assertThat(readings().history(lift, "load", START, START.plusSeconds(10), 1))
                .containsExactly(new Point(START, 1.0, 6.0, 3.0, 3));
    }

    @Test
    default void a_reading_may_have_very_many_metrics_with_very_long_names() {
        EquipmentId lift = new EquipmentId("talkative-lift");
        Map<String, Double> values = IntStream.range(0, 1000)
                .boxed()
                .collect(Collectors.toMap(index -> "测".repeat(124) + (1000 + index), index -> index / 8.0));
        Taken talkative = reading(lift, START, 1, values);
        crowded().keep(List.of(talkative));
        assertThat(crowded().replay(lift, START, START.plusSeconds(1))).containsExactly(talkative);
        assertThat(crowded().history(lift, "测".repeat(124) + 1999, START, START.plusSeconds(1), 1))
                .containsExactly(new Point(START, 999 / 8.0, 999 / 8.0, 999 / 8.0, 1));
    }

    @Test
    default void ever_different_sets_of_metrics_are_kept_whole() {
        EquipmentId lift = new EquipmentId("moody-lift");
        List<Taken> kept = IntStream.range(0, 200)
                .mapToObj(index -> reading(
                        lift,
                        START.plusSeconds(index),
                        index,
                        Map.of("a" + index % 7, 1.0, "b" + index % 11, 2.0 * index)))
                .toList();
        readings().keep(kept);
        assertThat(readings().replay(lift, START, START.plusSeconds(200))).isEqualTo(kept);
        assertThat(readings().history(lift, "b3", START, START.plusSeconds(200), 1))
                .containsExactly(new Point(START, 6.0, 380.0, 193.0, 18));
    }

    @Test
    default void names_of_metrics_that_are_invented_without_end_are_refused_at_last() {
        EquipmentId inventor = new EquipmentId("inventive-lift");
        EquipmentId lift = new EquipmentId("modest-lift");
        List<Taken> inventions = IntStream.range(0, 1_200)
                .mapToObj(index -> reading(inventor, START.plusSeconds(index), index, Map.of("metric" + index, 1.0)))
                .toList();
        crowded().keep(inventions.subList(0, 1_000));
        List<Taken> more = new ArrayList<>(inventions.subList(1_000, 1_200));
        Taken modest = reading(lift, START, 1, Map.of("load", 1.0));
        Taken known = reading(inventor, START.plusSeconds(9_000), 9_000, Map.of("metric1", 2.0));
        more.add(modest);
        more.add(known);
        assertThatThrownBy(() -> crowded().keep(more))
                .isInstanceOfSatisfying(
                        Readings.ReadingsRefused.class,
                        refusal -> assertThat(refusal.refused()).isEqualTo(inventions.subList(1_000, 1_200)));
        assertThat(crowded().replay(lift, START, START.plusSeconds(1))).containsExactly(modest);
        assertThat(crowded().replay(inventor, START, START.plusSeconds(10_000)))
                .hasSize(1_001)
                .endsWith(known);
    }

    @Test
    default void a_spike_is_seen_however_few_points_are_asked_for() {
        EquipmentId lift = new EquipmentId("spiky-lift");
        readings().keep(series(lift, 1000, index -> index == 617 ? 99.0 : 1.0));
        List<Point> points = readings().history(lift, "load", START, START.plusSeconds(1000), 7);
        assertThat(points).hasSizeBetween(1, 7);
        assertThat(points).extracting(Point::max).contains(99.0);
        assertThat(points.stream().mapToLong(Point::count).sum()).isEqualTo(1000);
    }

    @Test
    default void points_are_in_order_and_hold_smallest_largest_and_mean() {
        EquipmentId lift = new EquipmentId("drawn-lift");
        readings().keep(series(lift, 100, index -> index));
        List<Point> points = readings().history(lift, "load", START, START.plusSeconds(100), 10);
        assertThat(points).hasSize(10);
        for (int index = 0; index < points.size(); index++) {
            Point point = points.get(index);
            assertThat(point.at()).isEqualTo(START.plusSeconds(10L * index));
            assertThat(point.min()).isEqualTo(10.0 * index);
            assertThat(point.max()).isEqualTo(10.0 * index + 9);
            assertThat(point.mean()).isCloseTo(10.0 * index + 4.5, within(1e-9));
        }
    }

    @Test
    default void history_of_what_was_never_kept_is_empty() {
        EquipmentId lift = new EquipmentId("unheard-lift");
        assertThat(readings().history(lift, "load", START, START.plusSeconds(1), 10))
                .isEmpty();
        assertThat(readings().replay(lift, START, START.plusSeconds(1))).isEmpty();
    }

    @Test
    default void latest_is_the_newest_value_by_event_time() {
        EquipmentId lift = new EquipmentId("latest-lift");
        readings().keep(List.of(reading(lift, START.plusSeconds(5), 2, Map.of("load", 5.0))));
        readings().keep(List.of(reading(lift, START, 1, Map.of("load", 0.0, "oil_temp", 40.0))));
        assertThat(readings().latest())
                .filteredOn(latest -> latest.equipment().equals(lift))
                .containsExactlyInAnyOrder(
                        new Latest(lift, "load", START.plusSeconds(5), 5.0), new Latest(lift, "oil_temp", START, 40.0));
    }

    @Test
    default void a_time_that_no_history_can_hold_is_refused_and_harms_nobody() {
        EquipmentId lift = new EquipmentId("timeless-lift");
        Taken impossible = reading(lift, Instant.parse("+12000-01-01T00:00:00Z"), 1, Map.of("load", 1.0));
        Taken fine = reading(lift, START, 2, Map.of("load", 1.0));
        assertThatThrownBy(() -> readings().keep(List.of(impossible, fine)))
                .isInstanceOfSatisfying(
                        Readings.ReadingsRefused.class,
                        refusal -> assertThat(refusal.refused()).containsExactly(impossible));
        assertThat(readings().replay(lift, Instant.EPOCH, START.plusSeconds(1))).containsExactly(fine);
    }

    @Test
    default void many_callers_at_once_all_find_their_own() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < 20; caller++) {
            EquipmentId lift = new EquipmentId("crowd-lift-" + caller);
            callers.add(Thread.startVirtualThread(() -> series(lift, 5, index -> index)
                    .forEach(reading -> readings().keep(List.of(reading)))));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        for (int caller = 0; caller < 20; caller++) {
            EquipmentId lift = new EquipmentId("crowd-lift-" + caller);
            assertThat(readings().replay(lift, START, START.plusSeconds(60))).hasSize(5);
        }
    }

    static List<Taken> series(EquipmentId equipment, int length, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, length)
                .mapToObj(index ->
                        reading(equipment, START.plusSeconds(index), index, Map.of("load", value.applyAsDouble(index))))
                .toList();
    }

    /** Its number is a hundred more than its counter. */
    static Taken reading(EquipmentId equipment, Instant at, long seq, Map<String, Double> values) {
        return new Taken(100 + seq, new Reading(equipment, at, at.plus(Duration.ofMillis(35)), seq, values));
    }
}
