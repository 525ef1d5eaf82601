package wrenchline.core.promise;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wrenchline.core.duty.Rung;
import wrenchline.core.equipment.Severity;

/**
 * The service policy (服务政策): every number of the tender that software has to keep, as the operator wrote it down.
 *
 * @param version as shown on every promise
 * @param rules which clauses hold for which ticket
 * @param callback how the callback is carried out
 * @param keepRecordings how long recordings are kept; their hashes stay
 */
public record Policy(String version, List<Rule> rules, CallbackRules callback, Duration keepRecordings) {

    /** Half a year, where the operator says nothing. */
    public static final Duration USUALLY_KEPT = Duration.ofDays(180);

    public Policy(String version, List<Rule> rules, CallbackRules callback) {
        this(version, rules, callback, USUALLY_KEPT);
    }

    public Policy {
        rules = List.copyOf(rules);
    }

    /** Where a ticket came from, as far as the policy cares. */
    public enum Source {
        CALL,
        TELEMETRY,
        /** A caller who reports no fault: parts, training, a complaint. The callback's clause is that of {@link #CALL}. */
        REQUEST
    }

    /**
     * @param sources where the ticket came from
     * @param severities for which it holds
     */
    public record Rule(Clause clause, Set<Source> sources, Set<Severity> severities) {
        public Rule {
            sources = Set.copyOf(sources);
            severities = Set.copyOf(severities);
        }

        boolean holdsFor(Source source, Severity severity) {
            return sources.contains(source) && severities.contains(severity);
        }
    }

    /**
     * @param minimumOverlap how long both legs must be bridged
     * @param ringFor how long an engineer or a customer is rung
     * @param customerRetries when a customer who was not reached is called again, each counted from the failure before
     * @param ladder who is asked when, in order of time
     * @param emergencyLadder the same when somebody is in danger
     * @param survey whether customers are asked to rate the service after a callback
     */
    public record CallbackRules(
            Duration minimumOverlap,
            Duration ringFor,
            List<Duration> customerRetries,
            List<Rung> ladder,
            List<Rung> emergencyLadder,
            boolean survey) {
        public CallbackRules {
            customerRetries = List.copyOf(customerRetries);
            ladder = List.copyOf(ladder);
            emergencyLadder = List.copyOf(emergencyLadder);
        }

        /** Without a survey, and with everybody rung at once in an emergency, then as usual. */
        public CallbackRules(
                Duration minimumOverlap, Duration ringFor, List<Duration> customerRetries, List<Rung> ladder) {
            this(minimumOverlap, ringFor, customerRetries, ladder, emergency(ladder), false);
        }

        private static List<Rung> emergency(List<Rung> usual) {
            return Stream.concat(
                            Stream.of(new Rung(Duration.ZERO, Rung.Target.EVERYBODY)),
                            usual.stream().skip(1))
                    .toList();
        }
    }

    /** The clauses that hold for a ticket; each becomes a promise. */
    public List<Clause> clausesFor(Source source, Severity severity) {
        return rules.stream()
                .filter(rule -> rule.holdsFor(source, severity))
                .map(Rule::clause)
                .toList();
    }
}
