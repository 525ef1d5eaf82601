package wrenchline.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.ComplaintRules;
import wrenchline.core.complaint.Department;
import wrenchline.core.duty.Rung;
import wrenchline.core.equipment.Severity;
import wrenchline.core.escalation.Rules;
import wrenchline.core.escalation.Step;
import wrenchline.core.escalation.Way;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Clock;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.ticket.TicketKind;
import wrenchline.core.warranty.WarrantyRules;

/** Reads {@code policy.yaml}. */
public final class PolicyFile {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3})?)%");

    /** What nobody planned: for a planned visit nothing is promised unless the clause says so. */
    private static final Set<TicketKind> UNPLANNED =
            Set.of(TicketKind.FAULT, TicketKind.USE_QUESTION, TicketKind.EMERGENCY_PARTS);

    /** What is left of a percent when a thousandth of one is counted. */
    private static final int SCALE = 3;

    private static final int WHOLE = 100_000;

    private static final Duration LEAST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private PolicyFile() {}

    /**
     * @throws ConfigurationException with everything that is wrong
     */
    public static Policy read(Path file) {
        return YamlFile.read(file, Overrides.NONE, PolicyFile::policy);
    }

    static Policy policy(Section root) {
        String version = root.text("version");
        List<Integer> warnAt = root.has("warnAt") ? percents(root, "warnAt") : List.of();
        List<Policy.Rule> rules = root.sections("clauses", section -> rule(section, warnAt));
        new PolicyLimits(root).check(version, rules);
        Section callback = root.section("callback");
        Policy policy = new Policy(
                version,
                rules,
                callbackRules(callback),
                keepRecordings(root),
                root.has("escalation") ? escalation(root.section("escalation")) : Rules.USUAL,
                root.has("warranty") ? warranty(root.section("warranty")) : WarrantyRules.STRICT,
                root.has("complaints") ? complaints(root.section("complaints")) : null);
        callback.close();
        return policy;
    }

    private static Duration keepRecordings(Section root) {
        if (!root.has("recordings")) {
            return Policy.USUALLY_KEPT;
        }
        Section recordings = root.section("recordings");
        Duration keep = recordings.duration("keep");
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            recordings.problem("'keep' must be at least 1d");
        }
        recordings.close();
        return keep;
    }

    private static Policy.Rule rule(Section section, List<Integer> usualWarnings) {
        Duration within = atLeast(section, "within", LEAST);
        Clause clause = new Clause(
                section.text("id"),
                section.choice("kind", PromiseKind.class, PromiseKind.RESPONSE),
                within,
                section.text("text"),
                section.has("clock") ? section.choice("clock", Clock.class, Clock.CONTRACT) : Clock.CONTRACT,
                (section.has("warnAt") ? percents(section, "warnAt") : usualWarnings)
                        .stream()
                                .map(share -> within.multipliedBy(share).dividedBy(WHOLE))
                                .toList(),
                section.sections("looser", one -> looser(one, within)));
        return new Policy.Rule(
                clause,
                some(section, "sources", Policy.Source.class, Set.of()),
                some(section, "severities", Severity.class, Set.of(Severity.values())),
                some(section, "ticketKinds", TicketKind.class, UNPLANNED),
                section.has("customerClasses") ? Set.copyOf(section.texts("customerClasses")) : Set.of(),
                section.has("contracts") ? Set.copyOf(section.texts("contracts")) : Set.of());
    }

    private static Clause.Reading looser(Section section, Duration strict) {
        Clause.Reading reading =
                new Clause.Reading(section.text("id"), section.duration("within"), section.text("text"));
        if (reading.within().compareTo(strict) < 0) {
            section.problem("the looser reading '" + reading.id() + "' gives less time than its clause");
        }
        return reading;
    }

    private static <T extends Enum<T>> Set<T> some(Section section, String key, Class<T> type, Set<T> otherwise) {
        if (!section.has(key) && !otherwise.isEmpty()) {
            return otherwise;
        }
        Set<T> chosen = Set.copyOf(section.choices(key, type));
        if (chosen.isEmpty() && section.has(key)) {
            section.problem("'" + key + "' names none: the clause would never hold");
        }
        return chosen;
    }

    /** Percents of the time allowed, as {@code 80%} or {@code 12.5%}, in thousandths of one. */
    private static List<Integer> percents(Section section, String key) {
        return section.texts(key).stream()
                .map(text -> {
                    Matcher matcher = PERCENT.matcher(text);
                    int share = matcher.matches()
                            ? new BigDecimal(matcher.group(1))
                                    .movePointRight(SCALE)
                                    .intValueExact()
                            : 0;
                    if (share == 0) {
                        section.problem("'" + key + "' has '" + text + "', not percents such as 80% or 12.5%");
                    }
                    return share;
                })
                .toList();
    }

    private static Policy.CallbackRules callbackRules(Section section) {
        Policy.CallbackRules usual = new Policy.CallbackRules(
                atLeast(section, "minimumOverlap", LEAST),
                atLeast(section, "ringFor", LEAST),
                section.durations("customerRetries"),
                ladder(section, "ladder"));
        return new Policy.CallbackRules(
                usual.minimumOverlap(),
                usual.ringFor(),
                usual.customerRetries(),
                usual.ladder(),
                section.has("emergencyLadder") ? ladder(section, "emergencyLadder") : usual.emergencyLadder(),
                section.flag("survey", false));
    }

    private static List<Rung> ladder(Section section, String key) {
        List<Rung> ladder = section.sections(
                key,
                rung -> new Rung(
                        rung.duration("after"), rung.choice("reach", Rung.Target.class, Rung.Target.FIRST_ENGINEER)));
        if (ladder.isEmpty()) {
            section.problem("'callback." + key + "' has no rung: nobody would ever be rung");
        }
        Duration before = Duration.ZERO;
        for (Rung rung : ladder) {
            if (rung.after().compareTo(before) < 0) {
                section.problem("'callback." + key + "' must be in order of time");
            }
            before = rung.after();
        }
        return ladder;
    }

    private static Rules escalation(Section section) {
        List<Step> ladder = steps(section, "escalation.ladder");
        Rules rules =
                new Rules(ladder, atLeast(section, "again", LEAST_PAUSE), atLeast(section, "followUp", LEAST_PAUSE));
        section.close();
        return rules;
    }

    private static List<Step> steps(Section section, String name) {
        List<Step> ladder = section.sections(
                "ladder",
                step -> new Step(
                        step.duration("after"),
                        step.choice("reach", Rung.Target.class, Rung.Target.FIRST_ENGINEER),
                        step.choices("by", Way.class)));
        Duration before = Duration.ZERO;
        for (Step step : ladder) {
            if (step.after().compareTo(before) < 0) {
                section.problem("'" + name + "' must be in order of time");
            }
            before = step.after();
        }
        return ladder;
    }

    private static ComplaintRules complaints(Section section) {
        Section departments = section.section("departments");
        List<ComplaintRules.Route> routes = Arrays.stream(Category.values())
                .map(category -> new ComplaintRules.Route(
                        category,
                        departments.choice(
                                category.name().toLowerCase(Locale.ROOT), Department.class, Department.COORDINATION)))
                .toList();
        departments.close();
        List<Step> ladder = steps(section, "complaints.ladder");
        if (ladder.isEmpty()) {
            section.problem("'complaints.ladder' has no step: nobody would ever be told");
        }
        ComplaintRules rules = new ComplaintRules(
                routes,
                ladder.isEmpty() ? ComplaintRules.USUAL.ladder() : ladder,
                atLeast(section, "again", LEAST_PAUSE),
                section.integer("objections", 1, 100));
        section.close();
        return rules;
    }

    private static Duration atLeast(Section section, String key, Duration least) {
        Duration given = section.duration(key);
        if (given.compareTo(least) >= 0) {
            return given;
        }
        if (!given.isZero() || section.text(key, "").matches("0+\\D+")) {
            section.problem("'" + key + "' must be at least " + least.toSeconds() + "s");
        }
        return least;
    }

    private static WarrantyRules warranty(Section section) {
        WarrantyRules rules = new WarrantyRules(
                section.choice("start", WarrantyRules.Start.class, WarrantyRules.Start.ACCEPTANCE_AND_HANDOVER),
                section.choice("labourAfter", WarrantyRules.Labour.class, WarrantyRules.Labour.FREE));
        section.close();
        return rules;
    }
}
