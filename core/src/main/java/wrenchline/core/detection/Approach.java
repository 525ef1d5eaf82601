package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Severity;

/**
 * The way of one metric to one limit. Raised when even the late end of the band lies within the horizon, for a while; cleared when
 * not even the early end does, for as long.
 */
final class Approach {

    private static final Duration REMINDER = Duration.ofDays(1);
    private static final Duration SETTLING = Duration.ofMinutes(30);
    private static final int FEWEST = 6;
    private static final Duration ASKING = Duration.ofMinutes(5);
    private static final double DAY = Duration.ofDays(1).toMillis();

    /** Whoever says more does not know. */
    private static final Duration FARTHEST = Duration.ofDays(3650);

    private static final int WINDOW = 60;

    private final Limit limit;
    private final Foresight.Learned settings;
    private final Trend trend;
    private final Deque<Grounds.Sample> recent = new ArrayDeque<>();
    private Duration ran = Duration.ZERO;
    private Instant newest = Instant.MIN;
    private Instant asked = Instant.MIN;
    private @Nullable Forecast forecast;

    /** Since when the forecast says something else than what was told. */
    private @Nullable Instant doubtSince;

    private int doubts;
    private @Nullable Instant told;

    Approach(Limit limit, Foresight.Learned settings, Trend trend) {
        this.limit = limit;
        this.settings = settings;
        this.trend = trend;
    }

    String metric() {
        return limit.metric();
    }

    void look(EquipmentId equipment, double value, Instant at, List<Finding> findings) {
        if (!newest.equals(Instant.MIN) && !Times.passed(newest, at, settings.every())) {
            return;
        }
        if (!at.isAfter(newest)) {
            return;
        }
        Duration step = newest.equals(Instant.MIN) ? Duration.ZERO : Duration.between(newest, at);
        ran = ran.plus(step.compareTo(SETTLING) <= 0 ? step : Duration.ZERO);
        newest = at;
        remember(at, value);
        trend.on(at, value);
        if (!asked.equals(Instant.MIN) && !Times.passed(asked, at, ASKING)) {
            return;
        }
        asked = at;
        Forecast next =
                trend.forecast().map(reaching -> forecast(at, value, reaching)).orElse(null);
        forecast = next;
        if (ran.compareTo(settings.after()) < 0) {
            return;
        }
        Instant end = at.plus(settings.horizon());
        boolean near = next != null && !limit.isBeyond(value) && !next.latest().isAfter(end);
        boolean far = next == null || next.earliest().isAfter(end);
        if (told == null ? !near : !far) {
            doubtSince = null;
            doubts = 0;
            if (told != null && near && Times.passed(told, at, REMINDER)) {
                raise(equipment, value, at, told, next, findings);
            }
            return;
        }
        Instant since = doubtSince == null ? at : doubtSince;
        doubtSince = since;
        doubts++;
        if (doubts < FEWEST || !Times.passed(since, at, SETTLING)) {
            return;
        }
        doubtSince = null;
        doubts = 0;
        if (told == null) {
            raise(equipment, value, at, since, next, findings);
        } else {
            told = null;
            findings.add(new Finding.Cleared(equipment, limit.failureMode(), limit.metric(), value, at));
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

    private void raise(
            EquipmentId equipment,
            double value,
            Instant at,
            Instant since,
            @Nullable Forecast when,
            List<Finding> findings) {
        if (when != null) {
            told = at;
            findings.add(new Finding.Raised(
                    equipment,
                    limit.failureMode(),
                    Severity.MINOR,
                    limit.metric(),
                    value,
                    limit.raise(),
                    since,
                    at,
                    new Grounds.Approaching(when, List.of(new Grounds.Trace(limit.metric(), List.copyOf(recent))))));
        }
    }

    private void remember(Instant at, double value) {
        recent.addLast(new Grounds.Sample(at, value));
        if (recent.size() > WINDOW) {
            recent.removeFirst();
        }
    }

    Outlook.@Nullable Course course() {
        return forecast == null
                ? null
                : new Outlook.Course(limit.metric(), limit.failureMode(), limit.raise(), recent.getLast(), forecast);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(ran.toMillis());
        Times.write(out, newest);
        Times.write(out, asked);
        Times.write(out, doubtSince);
        out.writeInt(doubts);
        Times.write(out, told);
        Samples.write(out, recent);
        trend.write(out);
    }

    void read(DataInput in) throws IOException {
        ran = Duration.ofMillis(in.readLong());
        newest = Times.readOrMin(in);
        asked = Times.readOrMin(in);
        doubtSince = Times.read(in);
        doubts = in.readInt();
        told = Times.read(in);
        recent.addAll(Samples.read(in));
        trend.read(in);
    }
}
