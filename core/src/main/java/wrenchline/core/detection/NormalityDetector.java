package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Grounds.Contribution;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.Reading;

/**
 * Raises when a machine leaves what is normal for it, and says since when it has not been as far from normal. An episode begins where
 * its {@link Normality} says so and is over once the score has been below half of its peak for a while; until then it is one. A
 * machine that has not run for long enough raises nothing, but what it does counts as its past.
 */
final class NormalityDetector implements Detector {

    private static final Duration REMINDER = Duration.ofDays(1);
    private static final Duration CALM = Duration.ofMinutes(10);

    /** A machine that says nothing for longer was not running. */
    private static final long LONGEST_STEP = Times.micros(Duration.ofMinutes(30));

    /** In microseconds. */
    private static final long MILLI = 1_000;

    /** A peak that is so much nearer to 1 than the one that was told is worth telling again. */
    private static final double WORSE = 0.5;

    private final Foresight.Learned settings;
    private final Normality normality;
    private final Frames frames;
    private final RecentFrames recent;
    private final ScoreLog scores = new ScoreLog();
    private final Episodes past = new Episodes();
    private long ranMicros;
    private long newest = Times.NONE;
    private List<Contribution> contributions = List.of();
    private @Nullable Episode episode;

    NormalityDetector(Foresight.Learned settings, Normality normality) {
        this.settings = settings;
        this.normality = normality;
        this.frames = new Frames(settings.metrics(), settings.every());
        this.recent = new RecentFrames(settings.metrics());
    }

    /** @param toldAt NONE when it was not */
    private record Episode(long since, double peak, long calmSince, double toldScore, long toldAt) {

        boolean isTold() {
            return toldAt != Times.NONE;
        }

        Episode with(long at, double score) {
            double higher = Math.max(peak, score);
            return new Episode(since, higher, score >= higher / 2 ? at : calmSince, toldScore, toldAt);
        }
    }

    @Override
    public List<Finding> on(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (Frames.Frame frame : frames.on(reading)) {
            look(reading.equipment(), frame, findings);
        }
        return findings;
    }

    private void look(EquipmentId equipment, Frames.Frame frame, List<Finding> findings) {
        long at = frame.at();
        var assessment = normality.on(Times.instant(at), frame.values());
        double score = assessment.score();
        if (!contributions.equals(assessment.contributions())) {
            contributions = assessment.contributions();
        }
        recent.add(frame, score);
        scores.add(at, score);
        ranMicros += newest == Times.NONE || at - newest > LONGEST_STEP ? 0 : at - newest;
        newest = at;
        if (episode == null && assessment.onset()) {
            episode = new Episode(at, score, at, 0, Times.NONE);
        }
        if (episode == null) {
            return;
        }
        episode = episode.with(at, score);
        if (Times.passed(episode.calmSince(), at, CALM)) {
            end(equipment, at, findings);
        } else if (!isLearning() && isWorthTelling(episode, at, score)) {
            episode = new Episode(episode.since(), episode.peak(), episode.calmSince(), score, at);
            findings.add(raised(equipment, episode.since(), at, score));
        }
    }

    private void end(EquipmentId equipment, long at, List<Finding> findings) {
        Episode over = Objects.requireNonNull(episode);
        past.add(Times.instant(over.calmSince()), over.peak());
        if (over.isTold()) {
            findings.add(new Finding.Cleared(
                    equipment, Finding.UNUSUAL, topMetric(), recent.newest(topMetric()), Times.instant(at)));
        }
        episode = null;
    }

    private static boolean isWorthTelling(Episode episode, long at, double score) {
        return !episode.isTold()
                || 1 - score < WORSE * (1 - episode.toldScore())
                || Times.passed(episode.toldAt(), at, REMINDER);
    }

    private Finding raised(EquipmentId equipment, long since, long at, double score) {
        return new Finding.Raised(
                equipment,
                Finding.UNUSUAL,
                Severity.MINOR,
                topMetric(),
                recent.newest(topMetric()),
                0,
                Times.instant(since),
                Times.instant(at),
                new Grounds.Unusual(score, past.asHighBefore(score), contributions, recent.window(contributions)));
    }

    private String topMetric() {
        return contributions.isEmpty()
                ? settings.metrics().getFirst()
                : contributions.getFirst().metric();
    }

    private boolean isLearning() {
        return ranMicros < Times.micros(settings.after());
    }

    @Override
    public Outlook outlook() {
        return new Outlook(scores.all(), isLearning(), contributions, List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(ranMicros / MILLI);
        out.writeLong(newest);
        frames.write(out);
        recent.write(out);
        scores.write(out);
        past.write(out);
        out.writeBoolean(episode != null);
        if (episode != null) {
            out.writeLong(episode.since());
            out.writeDouble(episode.peak());
            out.writeLong(episode.calmSince());
            out.writeDouble(episode.toldScore());
            out.writeLong(episode.toldAt());
        }
        normality.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        ranMicros = in.readLong() * MILLI;
        newest = in.readLong();
        frames.read(in);
        recent.read(in);
        scores.read(in);
        past.read(in);
        if (in.readBoolean()) {
            episode = new Episode(in.readLong(), in.readDouble(), in.readLong(), in.readDouble(), in.readLong());
        }
        normality.read(in);
    }
}
