package wrenchline.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import wrenchline.core.duty.Rung;
import wrenchline.core.equipment.Severity;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.PromiseKind;

/** Reads {@code policy.yaml}. */
public final class PolicyFile {

    private PolicyFile() {}

    /**
     * @throws ConfigurationException with everything that is wrong
     */
    public static Policy read(Path file) {
        return YamlFile.read(file, Overrides.NONE, PolicyFile::policy);
    }

    static Policy policy(Section root) {
        String version = root.text("version");
        List<Policy.Rule> rules = root.sections("clauses", PolicyFile::rule);
        if (rules.stream().noneMatch(rule -> rule.clause().kind() == PromiseKind.CALLBACK)) {
            root.problem("'clauses' needs at least one of kind callback");
        }
        Section callback = root.section("callback");
        Policy policy = new Policy(version, rules, callbackRules(callback), keepRecordings(root));
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

    private static Policy.Rule rule(Section section) {
        Clause clause = new Clause(
                section.text("id"),
                section.choice("kind", PromiseKind.class, PromiseKind.RESPONSE),
                section.duration("within"),
                section.text("text"));
        return new Policy.Rule(
                clause,
                Set.copyOf(section.choices("sources", Policy.Source.class)),
                section.has("severities")
                        ? Set.copyOf(section.choices("severities", Severity.class))
                        : Set.of(Severity.values()));
    }

    private static Policy.CallbackRules callbackRules(Section section) {
        Policy.CallbackRules usual = new Policy.CallbackRules(
                section.duration("minimumOverlap"),
                section.duration("ringFor"),
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
        Duration before = Duration.ZERO;
        for (Rung rung : ladder) {
            if (rung.after().compareTo(before) < 0) {
                section.problem("'callback." + key + "' must be in order of time");
            }
            before = rung.after();
        }
        return ladder;
    }
}
