package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Watches the channels of one machine (设备监视). Strictly causal, owned by one thread, learns a new machine from its first readings and
 * goes on learning. Time is event time: a reading that is not newer than the last one changes nothing. What it says does not depend on the
 * units, the offsets or the order of the channels.
 */
public final class MachineWatch {

    private static final int VERSION = 3;

    /** The version before habits. */
    private static final int WITHOUT_HABIT = 2;

    private static final double MOST = 1e30;

    private final List<String> channels;
    private final WatchSettings settings;
    private final Watch watch;
    private final EventClock clock;
    private final Announcer events = new Announcer(3, 95);
    private final Announcer tickets = new Announcer(3, 300);
    private final Standing standing;
    private long readings;

    public MachineWatch(List<String> channels, WatchSettings settings) {
        this(
                List.copyOf(channels),
                settings,
                channels.size() == 1 ? new SeriesWatch() : new GroupWatch(channels.size()),
                new EventClock(),
                new Standing());
    }

    private MachineWatch(
            List<String> channels, WatchSettings settings, Watch watch, EventClock clock, Standing standing) {
        this.channels = channels;
        this.settings = settings;
        this.watch = watch;
        this.clock = clock;
        this.standing = standing;
    }

    public List<String> channels() {
        return channels;
    }

    /** Readings taken so far; those that came too late are not among them. */
    public long readings() {
        return readings;
    }

    /**
     * Judges one reading, then learns it.
     *
     * @param at event time
     * @param values one per channel in the order of {@link #channels()}; NaN is missing
     */
    public Assessment on(Instant at, double[] values) {
        if (values.length != channels.size()) {
            throw new IllegalArgumentException(values.length + " values for " + channels.size() + " channels");
        }
        long time = at.toEpochMilli();
        if (!clock.passes(time)) {
            return Assessment.silent(values.length);
        }
        readings++;
        Surprise surprise = watch.on(time, measurable(values));
        boolean learning = readings <= settings.learningReadings()
                || clock.age() < settings.learningTime().toMillis();
        return learning || surprise.decades() == 0 ? Assessment.silent(values.length) : assess(time, surprise);
    }

    /** Nothing in a workshop measures more; sums of it would swallow all else. */
    private static double[] measurable(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.abs(value) < MOST ? value : Double.NaN)
                .toArray();
    }

    private Assessment assess(long at, Surprise surprise) {
        double decades = surprise.decades();
        double eventSurprise = settings.eventSurprise() - watch.leeway();
        double bar = events.bar(eventSurprise, at);
        events.on(decades, eventSurprise, at);
        boolean onset = isTicketDue(at, decades);
        double[] contributions = surprise.shares().clone();
        double sum = Arrays.stream(contributions).sum();
        int top = -1;
        for (int i = 0; i < contributions.length && sum > 0; i++) {
            contributions[i] /= sum;
            top = top < 0 || contributions[i] > contributions[top] ? i : top;
        }
        return new Assessment(
                decades / (decades + bar),
                decades / (decades + ticketSurprise()),
                onset,
                surprise.symptom(),
                top,
                contributions);
    }

    /** From which surprise on a machine gets its first ticket. */
    private double ticketSurprise() {
        return settings.ticketSurprise() - watch.leeway();
    }

    private boolean isTicketDue(long at, double decades) {
        boolean stood = standing.stands();
        boolean reminded = standing.isDue(
                at, decades >= ticketSurprise(), settings.reminder().toMillis());
        boolean news = tickets.on(decades, ticketSurprise(), at) && (watch.repeats() || !stood);
        if (news || reminded) {
            standing.told(at);
        }
        return news || reminded;
    }

    /** Writes all that was learnt; {@link #read} goes on from there. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        out.writeInt(channels.size());
        for (String channel : channels) {
            out.writeUTF(channel);
        }
        out.writeLong(readings);
        watch.write(out);
        clock.write(out);
        standing.write(out);
        events.write(out);
        tickets.write(out);
        events.habit().write(out);
        tickets.habit().write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException also when the snapshot is of another version: replay the history instead
     */
    public static MachineWatch read(DataInput in, WatchSettings settings) throws IOException {
        int version = in.readInt();
        if (version != VERSION && version != WITHOUT_HABIT) {
            throw new IOException("reading a snapshot of a watch: version " + version + ", expected " + VERSION);
        }
        int count = in.readInt();
        List<String> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            channels.add(in.readUTF());
        }
        long readings = in.readLong();
        Watch watch = count == 1 ? SeriesWatch.read(in) : GroupWatch.read(in, count);
        MachineWatch read = new MachineWatch(channels, settings, watch, EventClock.read(in), Standing.read(in));
        read.readings = readings;
        read.events.restore(in);
        read.tickets.restore(in);
        if (version == VERSION) {
            read.events.habit().restore(in);
            read.tickets.habit().restore(in);
        }
        return read;
    }
}
