package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.Reading;

/**
 * The way of one metric to one limit. Raised when even the late end of the band lies within the horizon, for a while; cleared when
 * not even the early end does, for as long.
 */
final class Approach {

    private static final Duration REMINDER = Duration.ofDays(1);
    private static final Duration SETTLING = Duration.ofMinutes(30);
    private static final int FEWEST = 6;

    /** A forecast costs as much as a hundred readings, so it is made rarely while the limit is far away. */
    private static final Duration ASKING = Duration.ofMinutes(5);

    private static final Duration ASKING_FROM_AFAR = Duration.ofMinutes(30);
    private static final int FAR_AWAY = 2;
    private static final double DAY = Duration.ofDays(1).toMillis();

    /** Whoever says more does not know. */
    private static final Duration FARTHEST = Duration.ofDays(3650);

    private static final int WINDOW = 60;

    /** In microseconds. */
    private static final long MILLI = 1_000;

    private final Limit limit;
    private final Foresight.Learned settings;
    private final Trend trend;
    private final SampleRing recent = new SampleRing(WINDOW);
    private long ranMicros;
    private long newest = Times.NONE;
    private long asked = Times.NONE;
    private @Nullable Forecast forecast;

    /** Since when the forecast says something else than what was told. */
    private long doubtSince = Times.NONE;

    private int doubts;
    private long told = Times.NONE;

    Approach(Limit limit, Foresight.Learned settings, Trend trend) {
        this.limit = limit;
        this.settings = settings;
        this.trend = trend;
    }

    String metric() {
        return limit.metric();
    }

    void look(Reading reading, double value, List<Finding> findings) {
        long at = Times.of(reading);
        if (at <= newest || (newest != Times.NONE && !Times.passed(newest, at, settings.every()))) {
            return;
        }
        ranMicros += newest == Times.NONE || at - newest > Times.micros(SETTLING) ? 0 : at - newest;
        newest = at;
        recent.add(at, value);
        trend.on(reading.at(), value);
        if (asked != Times.NONE && !Times.passed(asked, at, isFarAway(reading.at()) ? ASKING_FROM_AFAR : ASKING)) {
            return;
        }
        asked = at;
        Forecast next = trend.forecast()
                .map(reaching -> forecast(reading.at(), value, reaching))
                .orElse(null);
        forecast = next;
        if (ranMicros >= Times.micros(settings.after())) {
            judge(reading, value, next, findings);
        }
    }

    private boolean isFarAway(Instant at) {
        Forecast known = forecast;
        return told == Times.NONE
                && (known == null
                        || known.earliest().isAfter(at.plus(settings.horizon().multipliedBy(FAR_AWAY))));
    }

    private void judge(Reading reading, double value, @Nullable Forecast next, List<Finding> findings) {
        long at = Times.of(reading);
        Instant end = reading.at().plus(settings.horizon());
        boolean near = next != null && !limit.isBeyond(value) && !next.latest().isAfter(end);
        boolean far = next == null || next.earliest().isAfter(end);
        if (told == Times.NONE ? !near : !far) {
            doubtSince = Times.NONE;
            doubts = 0;
            if (told != Times.NONE && near && Times.passed(told, at, REMINDER)) {
                raise(reading, value, told, next, findings);
            }
            return;
        }
        long since = doubtSince == Times.NONE ? at : doubtSince;
        doubtSince = since;
        doubts++;
        if (doubts < FEWEST || !Times.passed(since, at, SETTLING)) {
            return;
        }
        doubtSince = Times.NONE;
        doubts = 0;
        if (told == Times.NONE) {
            raise(reading, value, since, next, findings);
        } else {
            told = Times.NONE;
            findings.add(
                    new Finding.Cleared(reading.equipment(), limit.failureMode(), limit.metric(), value, reading.at()));
        }
    }

    private Forecast forecast(Instant at, double value, Trend.Reaching reaching) {
        double days = Math.max(1, reaching.likely().toMillis()) / DAY;
        return new Forecast(
                (limit.raise() - value) / days,
                ahead(at, reaching.likely()),
                ahead(at, reaching.earliest()),
                ahead(at, reaching.latest()));
    }

    private static Instant ahead(Instant at, Duration span) {
        return at.plus(span.compareTo(FARTHEST) < 0 ? span : FARTHEST);
    }

    private void raise(Reading reading, double value, long since, @Nullable Forecast when, List<Finding> findings) {
        if (when != null) {
            told = Times.of(reading);
            findings.add(new Finding.Raised(
                    reading.equipment(),
                    limit.failureMode(),
                    Severity.MINOR,
                    limit.metric(),
                    value,
                    limit.raise(),
                    Times.instant(since),
                    reading.at(),
                    new Grounds.Approaching(when, List.of(new Grounds.Trace(limit.metric(), recent.all())))));
        }
    }

    Outlook.@Nullable Course course() {
        return forecast == null
                ? null
                : new Outlook.Course(
                        limit.metric(),
                        limit.failureMode(),
                        limit.raise(),
                        recent.all().getLast(),
                        forecast);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(ranMicros / MILLI);
        out.writeLong(newest);
        out.writeLong(asked);
        out.writeLong(doubtSince);
        out.writeInt(doubts);
        out.writeLong(told);
        recent.write(out);
        trend.write(out);
    }

    void read(DataInput in) throws IOException {
        ranMicros = in.readLong() * MILLI;
        newest = in.readLong();
        asked = in.readLong();
        doubtSince = in.readLong();
        doubts = in.readInt();
        told = in.readLong();
        recent.read(in);
        trend.read(in);
    }
}
