package wrenchline.core.detection;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a machine (健康展望).
 *
 * @param scores how far from normal it was, the highest of each few minutes of the last day; oldest first
 * @param learning whether it is still learned what is normal
 * @param contributions of the metrics to the newest score, the greatest first
 */
public record Outlook(
        List<Grounds.Sample> scores,
        boolean learning,
        List<Grounds.Contribution> contributions,
        List<Course> courses,
        List<Wear> wear,
        List<RemainingLife> lives) {

    /** Nothing is known. */
    public static final Outlook NONE = new Outlook(List.of(), false, List.of(), List.of(), List.of(), List.of());

    /** A metric that is on its way to a limit. */
    public record Course(String metric, String failureMode, double limit, Grounds.Sample newest, Forecast forecast) {}

    /**
     * How much of a part's life is used.
     *
     * @param used in what its use is counted
     * @param spent when it will all be used, at the present pace; null while that is unknown
     */
    public record Wear(
            String part, double used, double life, @Nullable Instant spent) {}

    public Outlook {
        scores = List.copyOf(scores);
        contributions = List.copyOf(contributions);
        courses = List.copyOf(courses);
        wear = List.copyOf(wear);
        lives = List.copyOf(lives);
    }

    /** Both together. */
    Outlook and(Outlook other) {
        return new Outlook(
                joined(scores, other.scores),
                learning || other.learning,
                joined(contributions, other.contributions),
                joined(courses, other.courses),
                joined(wear, other.wear),
                joined(lives, other.lives));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
