package wrenchline.core.promise;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.complaint.ComplaintRules;
import wrenchline.core.duty.Rung;
import wrenchline.core.equipment.Severity;
import wrenchline.core.escalation.Rules;
import wrenchline.core.ticket.TicketKind;
import wrenchline.core.warranty.WarrantyRules;

/**
 * The service policy (服务政策): every number of the tender that software has to keep, as the operator wrote it down.
 *
 * @param version as shown on every promise
 * @param rules which clauses hold for which ticket
 * @param callback how the callback is carried out
 * @param keepRecordings how long recordings are kept; their hashes stay
 * @param escalation how a ticket that nobody takes escalates
 * @param warranty by which reading warranty and price are computed
 * @param complaints how complaints are dealt with; null as usual
 */
public record Policy(
        String version,
        List<Rule> rules,
        CallbackRules callback,
        Duration keepRecordings,
        Rules escalation,
        WarrantyRules warranty,
        @Nullable ComplaintRules complaints) {

    /** Half a year, where the operator says nothing. */
    public static final Duration USUALLY_KEPT = Duration.ofDays(180);

    public Policy {
        rules = List.copyOf(rules);
    }

    /** A policy in which tickets escalate as is usual. */
    public Policy(String version, List<Rule> rules, CallbackRules callback) {
        this(version, rules, callback, USUALLY_KEPT, Rules.USUAL, WarrantyRules.STRICT, null);
    }

    public ComplaintRules complaintRules() {
        return complaints == null ? ComplaintRules.USUAL : complaints;
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
     * @param kinds of tickets
     * @param customerClasses none for all
     * @param contracts categories of contracts; none for all
     */
    public record Rule(
            Clause clause,
            Set<Source> sources,
            Set<Severity> severities,
            Set<TicketKind> kinds,
            Set<String> customerClasses,
            Set<String> contracts) {
        public Rule {
            sources = Set.copyOf(sources);
            severities = Set.copyOf(severities);
            kinds = Set.copyOf(kinds);
            customerClasses = Set.copyOf(customerClasses);
            contracts = Set.copyOf(contracts);
        }

        /** A rule for all kinds of tickets and all customers. */
        public Rule(Clause clause, Set<Source> sources, Set<Severity> severities) {
            this(clause, sources, severities, Set.of(TicketKind.values()), Set.of(), Set.of());
        }

        boolean holdsFor(Situation situation) {
            return sources.contains(situation.source())
                    && severities.contains(situation.severity())
                    && kinds.contains(situation.kind())
                    && (customerClasses.isEmpty() || customerClasses.contains(situation.customerClass()))
                    && (contracts.isEmpty() || contracts.contains(situation.contract()));
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

    /** Those for a fault of a customer without class or contract. */
    public List<Clause> clausesFor(Source source, Severity severity) {
        return clausesFor(new Situation(source, severity, TicketKind.FAULT, "", ""));
    }

    /** The same under another version. */
    public Policy as(String otherVersion) {
        return new Policy(otherVersion, rules, callback, keepRecordings, escalation, warranty, complaints);
    }

    /** The clauses that hold for a ticket; each becomes a promise. */
    public List<Clause> clausesFor(Situation situation) {
        return rules.stream()
                .filter(rule -> rule.holdsFor(situation))
                .map(Rule::clause)
                .toList();
    }
}
