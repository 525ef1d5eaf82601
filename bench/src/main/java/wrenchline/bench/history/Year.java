package wrenchline.bench.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.QuestReadings;

/**
 * Fills the embedded history with one metric of one machine, once a second, and prints how long questions take: from sums, and in the
 * same run from the readings themselves, as they are answered until they are summed up.
 */
public final class Year {

    private static final EquipmentId MACHINE = new EquipmentId("machine-1");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final int BATCH = 50_000;
    private static final int POINTS = 400;
    private static final int ROUNDS = 9;

    private Year() {}

    /** A question that somebody at the page asks. */
    private record Question(String name, Duration span) {}

    /** Arguments: FOLDER DAYS. */
    @SuppressWarnings("SystemOut") // a table for a person
    public static void main(String[] arguments) {
        int days = Integer.parseInt(arguments[1]);
        List<Question> questions = List.of(
                new Question("all", Duration.ofDays(days)),
                new Question("a month", Duration.ofDays(Math.min(days, 30))),
                new Question("a day", Duration.ofDays(1)));
        try (QuestReadings history = QuestReadings.open(new HistorySettings.Quest(Path.of(arguments[0])))) {
            long began = System.nanoTime();
            fill(history, days);
            System.out.printf("%d days, %d readings, filled in %.0f s%n", days, days * 86_400L, since(began));
            List<Measured> raw =
                    questions.stream().map(one -> measure(history, one)).toList();
            began = System.nanoTime();
            history.sumUp();
            System.out.printf("summed up in %.0f s%n%n", since(began));
            System.out.printf("%-10s %8s %16s %16s%n", "question", "points", "from sums, ms", "raw, ms");
            for (int index = 0; index < questions.size(); index++) {
                Measured summed = measure(history, questions.get(index));
                System.out.printf(
                        "%-10s %8d %16.1f %16.1f%n",
                        questions.get(index).name(),
                        summed.points(),
                        summed.millis(),
                        raw.get(index).millis());
            }
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void fill(QuestReadings history, int days) {
        long seconds = days * 86_400L;
        Instant start = END.minusSeconds(seconds);
        for (long first = 0; first < seconds; first += BATCH) {
            List<Taken> batch = new ArrayList<>(BATCH);
            LongStream.range(first, Math.min(seconds, first + BATCH))
                    .forEach(second -> batch.add(reading(start, second)));
            history.keep(batch);
        }
    }

    private static Taken reading(Instant start, long second) {
        double value = 60 + Math.round(1_000 * Math.sin(second / 14_000.0)) / 100.0;
        Instant at = start.plusSeconds(second);
        return new Taken(second, new Reading(MACHINE, at, at.plusMillis(35), second, Map.of("oil_temp", value)));
    }

    /** The median of several rounds. */
    private record Measured(int points, double millis) {}

    private static Measured measure(QuestReadings history, Question question) {
        double[] millis = new double[ROUNDS];
        List<Point> points = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            points = history.history(MACHINE, "oil_temp", END.minus(question.span()), END, POINTS);
            millis[round] = 1e3 * since(began);
        }
        Arrays.sort(millis);
        return new Measured(points.size(), millis[ROUNDS / 2]);
    }
}
