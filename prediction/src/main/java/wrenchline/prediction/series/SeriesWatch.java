package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Watches a single series: the residuals of several forecasts, each against the quantiles of its own history, added up. */
final class SeriesWatch implements Watch {

    private static final double[] WHOLE = {1};
    /** Decades. Found on a public corpus: with the {@link Habit} about one ticket a month is then false. */
    private static final double LEEWAY = 0.85;

    private static final int LEVEL_WINDOW = 32;
    private static final int DAY_WINDOW = 16;
    private static final double DOZENS = 0.05;
    /** Decades beyond which more is not rarer: the tail is not known so far out. */
    private static final double CERTAIN = 6;

    private final RecentValues values;
    private final RecentValues offDay;
    private final Calendar calendar;
    private final Restlessness restlessness;
    private final Tail levels;
    private final Map<Look, Tail> tails = new EnumMap<>(Look.class);
    private double offWeek;

    SeriesWatch() {
        this(new RecentValues(), new RecentValues(), new Calendar(), new Restlessness(), new Tail());
        for (Look look : Look.values()) {
            tails.put(look, new Tail());
        }
    }

    private SeriesWatch(
            RecentValues values, RecentValues offDay, Calendar calendar, Restlessness restlessness, Tail levels) {
        this.values = values;
        this.offDay = offDay;
        this.calendar = calendar;
        this.restlessness = restlessness;
        this.levels = levels;
    }

    @Override
    public Surprise on(long at, double[] readings) {
        double value = readings[0];
        if (Double.isNaN(value)) {
            return new Surprise(0, Symptom.NONE, WHOLE);
        }
        boolean isCalendarKnown = calendar.isKnown(at);
        learn(at, value, isCalendarKnown);
        double sum = 0;
        double most = 0;
        Symptom symptom = Symptom.NONE;
        for (Map.Entry<Look, Tail> entry : tails.entrySet()) {
            Look look = entry.getKey();
            double magnitude = magnitude(look, value, isCalendarKnown);
            if (!Double.isNaN(magnitude)) {
                double part = look.weight * Math.min(CERTAIN, entry.getValue().surprise(magnitude));
                entry.getValue().add(magnitude);
                sum += part;
                symptom = part > most ? look.symptom : symptom;
                most = Math.max(most, part);
            }
        }
        return new Surprise(sum, symptom, WHOLE);
    }

    private void learn(long at, double value, boolean isCalendarKnown) {
        values.add(value);
        restlessness.add(value);
        levels.add(value);
        offDay.add(isCalendarKnown ? residual(value, calendar.usualOfDay(at)) : 0);
        if (isCalendarKnown) {
            offWeek += DOZENS * (residual(value, calendar.usualOfWeek(at)) - offWeek);
        }
        calendar.learn(at, value);
    }

    /** Not negative; NaN while unknown. */
    private double magnitude(Look look, double value, boolean isCalendarKnown) {
        return switch (look) {
            case LEVEL -> Math.abs(values.contrast(LEVEL_WINDOW, 0));
            case EXTREME -> Math.abs(value - levels.middle());
            case OFF_DAY -> Math.abs(offDay.contrast(DAY_WINDOW, 0));
            case OFF_WEEK -> isCalendarKnown ? Math.abs(offWeek) : Double.NaN;
            case RESTLESS -> Math.max(0, restlessness.now());
            case QUIET -> Math.max(0, -restlessness.lately());
        };
    }

    private static double residual(double value, double usual) {
        return Double.isNaN(usual) ? 0 : value - usual;
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public double leeway() {
        return LEEWAY;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        values.write(out);
        offDay.write(out);
        calendar.write(out);
        restlessness.write(out);
        levels.write(out);
        for (Tail tail : tails.values()) {
            tail.write(out);
        }
        out.writeDouble(offWeek);
    }

    static SeriesWatch read(DataInput in) throws IOException {
        SeriesWatch read = new SeriesWatch(
                RecentValues.read(in), RecentValues.read(in), Calendar.read(in), Restlessness.read(in), Tail.read(in));
        for (Look look : Look.values()) {
            read.tails.put(look, Tail.read(in));
        }
        read.offWeek = in.readDouble();
        return read;
    }
}
