package wrenchline.config;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wrenchline.core.equipment.Severity;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.ticket.TicketKind;

/** What a policy must hold as a whole, however well each clause of it is written. */
record PolicyLimits(Section root) {

    void check(String version, List<Policy.Rule> rules) {
        if (version.isBlank() && root.has("version")) {
            root.problem("'version' is empty: every promise shows it");
        }
        Set<String> ids = new HashSet<>();
        rules.stream()
                .map(rule -> rule.clause().id())
                .filter(id -> !id.isEmpty() && !ids.add(id))
                .forEach(id -> root.problem("two clauses are called '" + id + "'"));
        EnumSet<Severity> unheard = EnumSet.allOf(Severity.class);
        rules.stream().filter(PolicyLimits::isForEveryCaller).forEach(rule -> unheard.removeAll(rule.severities()));
        if (!unheard.isEmpty()) {
            root.problem(
                    "'clauses' needs one of kind callback and source call for every customer: nothing is promised to callers with a fault"
                            + " that is "
                            + String.join(
                                    " or ",
                                    unheard.stream()
                                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                                            .toList()));
        }
    }

    private static boolean isForEveryCaller(Policy.Rule rule) {
        return rule.clause().kind() == PromiseKind.CALLBACK
                && rule.sources().contains(Policy.Source.CALL)
                && rule.kinds().contains(TicketKind.FAULT)
                && rule.customerClasses().isEmpty()
                && rule.contracts().isEmpty();
    }
}
