package wrenchline.prediction.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the channels of one machine (设备监视). Strictly causal, owned by one thread, learns a new machine from its first readings and
 * goes on learning. Time is event time: a reading that is not newer than the last one changes nothing.
 */
public final class MachineWatch {

    private static final int VERSION = 1;

    private final List<String> channels;
    private final WatchSettings settings;
    private final List<ChannelWatch> watches;
    private final Standing standing;
    private long first = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private long readings;

    public MachineWatch(List<String> channels, WatchSettings settings) {
        this(
                List.copyOf(channels),
                settings,
                channels.stream().map(_ -> new ChannelWatch()).toList(),
                new Standing());
    }

    private MachineWatch(List<String> channels, WatchSettings settings, List<ChannelWatch> watches, Standing standing) {
        this.channels = channels;
        this.settings = settings;
        this.watches = watches;
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
        if (time <= last) {
            return Assessment.silent(values.length);
        }
        last = time;
        first = readings == 0 ? time : first;
        readings++;
        double[] surprises = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            surprises[i] = watches.get(i).on(values[i]);
        }
        return learning(time) ? Assessment.silent(values.length) : assess(time, surprises);
    }

    private boolean learning(long time) {
        return readings <= settings.learningReadings()
                || time - first < settings.learningTime().toMillis();
    }

    private Assessment assess(long time, double[] surprises) {
        int top = -1;
        double sum = 0;
        for (int i = 0; i < surprises.length; i++) {
            sum += surprises[i];
            top = top < 0 || surprises[i] > surprises[top] ? i : top;
        }
        if (sum == 0) {
            return Assessment.silent(surprises.length);
        }
        double surprise = surprises[top];
        boolean onset = standing.onset(time, surprise, settings);
        for (int i = 0; i < surprises.length; i++) {
            surprises[i] /= sum;
        }
        double level = surprise / (surprise + settings.ticketSurprise());
        return new Assessment(onset ? level : Math.min(level, 0.49), level, onset, Symptom.SPIKE, top, surprises);
    }

    /** Writes all that was learnt; {@link #read} goes on from there. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        out.writeInt(channels.size());
        for (int i = 0; i < channels.size(); i++) {
            out.writeUTF(channels.get(i));
            watches.get(i).write(out);
        }
        standing.write(out);
        out.writeLong(first);
        out.writeLong(last);
        out.writeLong(readings);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException also when the snapshot is of another version: replay the history instead
     */
    public static MachineWatch read(DataInput in, WatchSettings settings) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("reading a snapshot of a watch: version " + version + ", expected " + VERSION);
        }
        int count = in.readInt();
        List<String> channels = new ArrayList<>();
        List<ChannelWatch> watches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            channels.add(in.readUTF());
            watches.add(ChannelWatch.read(in));
        }
        MachineWatch watch = new MachineWatch(channels, settings, watches, Standing.read(in));
        watch.first = in.readLong();
        watch.last = in.readLong();
        watch.readings = in.readLong();
        return watch;
    }
}
