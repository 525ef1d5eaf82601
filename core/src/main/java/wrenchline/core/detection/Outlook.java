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
        List<RemainingLife> lives,
        List<Condition> conditions) {

    /** Nothing is known. */
    public static final Outlook NONE =
            new Outlook(List.of(), false, List.of(), List.of(), List.of(), List.of(), List.of());

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

    /**
     * The condition of a component (部件状态), as its last working cycles show it.
     *
     * @param level as in the equipment model
     * @param well whether nothing is wrong with it
     * @param probability of the level, at the newest cycle
     * @param since the beginning of the first of the cycles in a row that show it
     * @param at the end of the newest
     */
    public record Condition(String component, int level, boolean well, double probability, Instant since, Instant at) {}

    /** Only the conditions of components. */
    static Outlook of(List<Condition> conditions) {
        return new Outlook(List.of(), false, List.of(), List.of(), List.of(), List.of(), conditions);
    }

    public Outlook {
        scores = List.copyOf(scores);
        contributions = List.copyOf(contributions);
        courses = List.copyOf(courses);
        wear = List.copyOf(wear);
        lives = List.copyOf(lives);
        conditions = List.copyOf(conditions);
    }

    /** Both together. */
    Outlook and(Outlook other) {
        return new Outlook(
                joined(scores, other.scores),
                learning || other.learning,
                joined(contributions, other.contributions),
                joined(courses, other.courses),
                joined(wear, other.wear),
                joined(lives, other.lives),
                joined(conditions, other.conditions));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
