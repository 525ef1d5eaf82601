package wrenchline.core.promise;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wrenchline.core.duty.Rung;
import wrenchline.core.equipment.Severity;

/**
 * The service policy (服务政策): every number of the tender that software has to keep, as the operator wrote it down.
 *
 * @param version as shown on every promise
 * @param rules which clauses hold for which ticket
 * @param callback how the callback is carried out
 */
public record Policy(String version, List<Rule> rules, CallbackRules callback) {

    public Policy {
        rules = List.copyOf(rules);
    }

    /** Where a ticket came from, as far as the policy cares. */
    public enum Source {
        CALL,
        TELEMETRY
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
     */
    public record CallbackRules(
            Duration minimumOverlap, Duration ringFor, List<Duration> customerRetries, List<Rung> ladder) {
        public CallbackRules {
            customerRetries = List.copyOf(customerRetries);
            ladder = List.copyOf(ladder);
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
