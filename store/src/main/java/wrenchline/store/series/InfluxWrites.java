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

/**
 * Writes into InfluxDB. A normal return of the client is the server's 204. What the server cannot take now is sent again, the whole
 * of it, which changes nothing where it was kept already; what it will never take is singled out.
 */
record InfluxWrites(WriteApiBlocking api, String bucket, String organisation) {

    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** Keeps {@code readings}, and returns those that were refused for good. */
    List<Taken> write(List<Taken> readings) {
        return switch (submit(readings)) {
            case KEPT -> List.of();
            case REFUSED -> readings.size() == 1 ? readings : halves(readings);
        };
    }

    /** The server says that something is wrong and hardly what. */
    private List<Taken> halves(List<Taken> readings) {
        int middle = readings.size() / 2;
        List<Taken> refused = new ArrayList<>(write(readings.subList(0, middle)));
        refused.addAll(write(readings.subList(middle, readings.size())));
        return refused;
    }

    private Answer submit(List<Taken> readings) {
        List<Point> points = readings.stream().map(InfluxWrites::point).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                api.writePoints(bucket, organisation, points);
                return Answer.KEPT;
            } catch (InfluxException failure) {
                switch (failure.status()) {
                    case 400, 413, 422 -> {
                        return Answer.REFUSED;
                    }
                    case 401, 403, 404 -> throw unavailable(readings, failure);
                    default -> pauseBeforeNext(attempt, readings, failure);
                }
            }
        }
    }

    private static void pauseBeforeNext(int attempt, List<Taken> readings, InfluxException failure) {
        if (attempt == TRIES) {
            throw unavailable(readings, failure);
        }
        try {
            TimeUnit.NANOSECONDS.sleep(FIRST_PAUSE.toNanos() << (attempt - 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(readings, failure);
        }
    }

    private static HistoryUnavailable unavailable(List<Taken> readings, InfluxException failure) {
        return new HistoryUnavailable("keeping " + readings.size() + " readings in InfluxDB", failure);
    }

    private static Point point(Taken taken) {
        Reading reading = taken.reading();
        Point point = Point.measurement(InfluxRows.MEASUREMENT)
                .addTag(InfluxRows.EQUIPMENT, reading.equipment().value())
                .time(InfluxRows.place(reading), WritePrecision.NS)
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
