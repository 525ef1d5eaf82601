package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/** What every history promises of its sums: nobody can tell by an answer whether it came from them. */
interface SumsContract {

    Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    Duration SEASON = Duration.ofDays(3);

    Readings readings();

    /** Sums up now what is not. */
    void sumUp();

    @Test
    default void answers_from_sums_agree_with_the_readings_however_late_and_often_they_came() {
        Random random = new Random(20_260_301);
        EquipmentId lift = new EquipmentId("summed-lift");
        EquipmentId other = new EquipmentId("other-summed-lift");
        Map<Long, Taken> kept = new TreeMap<>();
        for (int round = 0; round < 6; round++) {
            List<Taken> batch = new ArrayList<>();
            for (int index = 0; index < 100; index++) {
                long seq = (long) kept.size() + index;
                batch.add(random(lift, seq, random));
                batch.add(random(other, seq, random));
            }
            // Some come again.
            kept.values().stream().filter(_ -> random.nextInt(10) == 0).forEach(batch::add);
            readings().keep(batch);
            batch.stream()
                    .filter(taken -> taken.reading().equipment().equals(lift))
                    .forEach(taken -> kept.put(taken.intake(), taken));
            agree(lift, kept.values(), random);
            if (round % 2 == 1) {
                sumUp();
                agree(lift, kept.values(), random);
            }
        }
    }

    @Test
    default void a_spike_of_one_reading_is_seen_in_a_year() {
        EquipmentId lift = new EquipmentId("yearly-lift");
        List<Taken> year = new ArrayList<>();
        for (int fortnight = 0; fortnight < 26; fortnight++) {
            Instant at = SPRING.minus(Duration.ofDays(14L * (26 - fortnight)));
            year.add(ReadingsContract.reading(lift, at, fortnight, Map.of("load", fortnight == 15 ? 99.0 : 1.0)));
        }
        readings().keep(year);
        sumUp();
        List<Point> points = readings().history(lift, "load", SPRING.minus(Duration.ofDays(365)), SPRING, 10);
        assertThat(points).hasSize(10);
        assertThat(points).extracting(Point::max).containsOnlyOnce(99.0);
        assertThat(points.stream().mapToLong(Point::count).sum()).isEqualTo(26);
    }

    private static Taken random(EquipmentId lift, long seq, Random random) {
        // Crowded in the first hours, thin after.
        long most =
                random.nextBoolean() ? SEASON.toMillis() : Duration.ofHours(2).toMillis();
        Instant at = SPRING.plusMillis(random.nextLong(most));
        double value = random.nextInt(1_000) / 8.0;
        return ReadingsContract.reading(
                lift, at, seq, random.nextInt(3) == 0 ? Map.of("load", value, "a", 1.0) : Map.of("load", value));
    }

    private void agree(EquipmentId lift, Iterable<Taken> kept, Random random) {
        for (int question = 0; question < 8; question++) {
            Instant from = SPRING.plusMillis(random.nextLong(SEASON.toMillis()) - 3_600_000);
            Instant to = from.plusMillis(1 + random.nextLong(random.nextBoolean() ? SEASON.toMillis() : 20_000_000));
            int points = 1 + random.nextInt(300);
            List<Point> told = readings().history(lift, "load", from, to, points);
            List<Point> counted = count(kept, Buckets.of(from, to, points), from, to);
            assertThat(told).hasSizeLessThanOrEqualTo(points).hasSameSizeAs(counted);
            for (int index = 0; index < told.size(); index++) {
                Point one = told.get(index);
                Point same = counted.get(index);
                assertThat(one).isEqualTo(new Point(same.at(), same.min(), same.max(), one.mean(), same.count()));
                assertThat(one.mean()).isCloseTo(same.mean(), within(1e-9));
            }
        }
    }

    static List<Point> count(Iterable<Taken> kept, Buckets buckets, Instant from, Instant to) {
        Map<Long, Aggregate> parts = new TreeMap<>();
        for (Taken taken : kept) {
            Reading reading = taken.reading();
            if (!reading.at().isBefore(from) && reading.at().isBefore(to)) {
                parts.computeIfAbsent(buckets.bucket(Micros.of(reading.at())), _ -> new Aggregate())
                        .add(Objects.requireNonNull(reading.values().get("load")));
            }
        }
        return parts.entrySet().stream()
                .map(entry -> entry.getValue().point(buckets.at(entry.getKey())))
                .toList();
    }
}
