package wrenchline.core.equipment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is watched in a machine of a model besides its limits (预测监测).
 *
 * @param silence how long such a machine may say nothing before a ticket is raised; null where it may for ever
 * @param stuck metrics that never stay the same for long
 * @param learned what is learned of each machine; null for nothing
 * @param wear parts with a rated life
 * @param ageing parts whose remaining life is predicted
 * @param diagnosis whose components are diagnosed; null for none
 */
public record Foresight(
        @Nullable Duration silence,
        List<Stuck> stuck,
        @Nullable Learned learned,
        List<WearPart> wear,
        List<AgeingPart> ageing,
        @Nullable DiagnosedUnit diagnosis) {

    /** Nothing but the limits. */
    public static final Foresight NONE = new Foresight(null, List.of(), null, List.of(), List.of(), null);

    /** A metric that is frozen (卡值) when it stays the same for {@code after} of event time. */
    public record Stuck(String metric, Duration after) {}

    /**
     * What is normal for a machine is learned from its own readings (学习型监测).
     *
     * @param metrics that are looked at together, and each for its way to its limits
     * @param after how much running must have been seen before a ticket is raised by it
     * @param every the pace of looking, in event time: of several readings within it, one is looked at
     * @param horizon how far ahead a limit must be reached for a ticket
     */
    public record Learned(List<String> metrics, Duration after, Duration every, Duration horizon) {
        public Learned {
            metrics = List.copyOf(metrics);
        }
    }

    public Foresight {
        stuck = List.copyOf(stuck);
        wear = List.copyOf(wear);
        ageing = List.copyOf(ageing);
    }

    /** The ids of all parts that are watched. */
    public List<String> partIds() {
        return parts().map(Part::id).toList();
    }

    /** What the part or component {@code id} is called. */
    public Optional<Names> partNames(String id) {
        return Stream.concat(parts(), components().map(one -> new Part(one.id(), one.failureMode(), one.names())))
                .filter(part -> part.id().equals(id))
                .map(Part::names)
                .findFirst();
    }

    /** What the part is called whose life is over by {@code failureMode}. */
    public Optional<Names> wornPartNames(String failureMode) {
        return parts().filter(part -> part.failureMode().equals(failureMode))
                .map(Part::names)
                .findFirst();
    }

    /** What the component is called that has degraded by {@code failureMode}. */
    public Optional<Names> degradedNames(String failureMode) {
        return components()
                .filter(component -> component.failureMode().equals(failureMode))
                .map(DiagnosedUnit.Component::names)
                .findFirst();
    }

    /** What it is called that the component {@code id} is at {@code level}. */
    public Optional<Names> levelNames(String id, int level) {
        return components()
                .filter(component -> component.id().equals(id))
                .flatMap(component -> component.level(level).stream())
                .map(DiagnosedUnit.Level::names)
                .findFirst();
    }

    private Stream<DiagnosedUnit.Component> components() {
        return diagnosisIfAny().stream().flatMap(unit -> unit.components().stream());
    }

    private record Part(String id, String failureMode, Names names) {}

    private Stream<Part> parts() {
        return Stream.concat(
                wear.stream().map(part -> new Part(part.id(), part.failureMode(), part.names())),
                ageing.stream().map(part -> new Part(part.id(), part.failureMode(), part.names())));
    }

    public Optional<Duration> silenceIfAny() {
        return Optional.ofNullable(silence);
    }

    public Optional<Learned> learnedIfAny() {
        return Optional.ofNullable(learned);
    }

    public Optional<DiagnosedUnit> diagnosisIfAny() {
        return Optional.ofNullable(diagnosis);
    }
}
