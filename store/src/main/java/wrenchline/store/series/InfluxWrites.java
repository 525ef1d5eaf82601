package wrenchline.store.series;

import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings.HistoryUnavailable;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.InfluxPlaces.Placed;

/**
 * Writes into InfluxDB. A normal return of the client is the server's 204. What the server cannot take now is sent again, the whole
 * of it, which changes nothing where it was kept already; what it will never take is singled out.
 */
record InfluxWrites(WriteApiBlocking api, String bucket, String organisation) {

    /** What is sent at once, so that neither side holds much; every server takes more. */
    private static final int MOST_LINES = 5_000;

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** Keeps {@code readings}, and returns those that were refused for good. */
    List<Taken> write(List<Placed> readings) {
        List<Taken> refused = new ArrayList<>();
        Chunk chunk = new Chunk();
        for (Placed placed : readings) {
            String line = point(placed).toLineProtocol();
            if (chunk.isFull(line)) {
                refused.addAll(write(chunk));
                chunk = new Chunk();
            }
            chunk.add(placed.taken(), line);
        }
        refused.addAll(write(chunk));
        return refused;
    }

    /** Puts points of our own. */
    void put(List<Point> points) {
        List<String> lines = points.stream().map(Point::toLineProtocol).toList();
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + MOST_LINES));
            if (submit(some) == Answer.REFUSED) {
                throw new HistoryUnavailable(
                        "writing sums to InfluxDB",
                        new IllegalStateException("it refuses them, for instance " + some.getFirst()));
            }
        }
    }

    /** What is sent at once. */
    private static final class Chunk {
        private final List<Taken> readings = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private long characters;

        boolean isFull(String next) {
            return !lines.isEmpty() && (lines.size() == MOST_LINES || characters + next.length() > MOST_CHARACTERS);
        }

        void add(Taken taken, String line) {
            readings.add(taken);
            lines.add(line);
            characters += line.length();
        }
    }

    private List<Taken> write(Chunk chunk) {
        return chunk.lines.isEmpty() ? List.of() : write(chunk.readings, chunk.lines);
    }

    /** The server says that something is wrong and hardly what: half of it is tried, and half of that. */
    private List<Taken> write(List<Taken> readings, List<String> lines) {
        if (submit(lines) == Answer.KEPT) {
            return List.of();
        }
        if (lines.size() == 1) {
            return readings;
        }
        int middle = lines.size() / 2;
        List<Taken> refused = new ArrayList<>(write(readings.subList(0, middle), lines.subList(0, middle)));
        refused.addAll(write(readings.subList(middle, lines.size()), lines.subList(middle, lines.size())));
        return refused;
    }

    private Answer submit(List<String> lines) {
        for (int attempt = 1; ; attempt++) {
            try {
                api.writeRecords(bucket, organisation, WritePrecision.NS, lines);
                return Answer.KEPT;
            } catch (InfluxException failure) {
                switch (failure.status()) {
                    case 400, 413, 422 -> {
                        return Answer.REFUSED;
                    }
                    case 401, 403, 404 -> throw unavailable(lines, failure);
                    default -> pauseBeforeNext(attempt, lines, failure);
                }
            }
        }
    }

    private static void pauseBeforeNext(int attempt, List<String> lines, InfluxException failure) {
        if (attempt == TRIES) {
            throw unavailable(lines, failure);
        }
        try {
            TimeUnit.NANOSECONDS.sleep(FIRST_PAUSE.toNanos() << (attempt - 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(lines, failure);
        }
    }

    private static HistoryUnavailable unavailable(List<String> lines, InfluxException failure) {
        return new HistoryUnavailable("writing " + lines.size() + " points to InfluxDB", failure);
    }

    private static Point point(Placed placed) {
        Taken taken = placed.taken();
        Reading reading = taken.reading();
        Point point = Point.measurement(InfluxRows.MEASUREMENT)
                .addTag(InfluxRows.EQUIPMENT, reading.equipment().value())
                .time(placed.nanos(), WritePrecision.NS)
                .addField(InfluxRows.SEQ, reading.seq())
                .addField(InfluxRows.RECEIVED, InfluxRows.nanos(reading.received()))
                .addField(InfluxRows.INTAKE, taken.intake());
        reading.values().forEach(point::addField);
        return point;
    }

    /** Whether the server can hold the times of {@code reading}, and tell its metrics from what we add. */
    static boolean possible(Reading reading) {
        return inRange(reading.at())
                && inRange(reading.received())
                && reading.values().keySet().stream().noneMatch(InfluxRows.OWN::contains);
    }

    private static boolean inRange(Instant time) {
        return !time.isBefore(Instant.EPOCH) && time.isBefore(InfluxRows.END_OF_TIME);
    }

    private enum Answer {
        KEPT,
        /** All or a part of it. */
        REFUSED
    }
}
