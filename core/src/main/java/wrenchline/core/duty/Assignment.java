package wrenchline.core.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Picks the engineer for a piece of work (派工选择): of those on duty who may do it, whoever is at home in the territory, then has the
 * least to do, then is nearest, then comes first on duty.
 *
 * @param ranked those who may do it, the best first
 * @param passedOver those on duty who may not, and why
 */
public record Assignment(List<Candidate> ranked, List<PassedOver> passedOver) {

    public Assignment {
        ranked = List.copyOf(ranked);
        passedOver = List.copyOf(passedOver);
    }

    /** @param load how many tickets they have already */
    public record Candidate(StaffMember member, boolean atHome, int load, Duration travel) {}

    /** Somebody on duty who may not do it. */
    public record PassedOver(StaffMember member, Reason reason) {}

    /** Why not. */
    public sealed interface Reason {
        record Refused() implements Reason {}

        record NotSkilled(String skill) implements Reason {}

        record Expired(Certificate certificate) implements Reason {}
    }

    /**
     * What is to be done.
     *
     * @param territory empty when unknown
     * @param skill the equipment's model; empty when unknown
     * @param refused who will not
     */
    public record Work(String territory, String skill, Set<StaffId> refused) {
        public Work {
            refused = Set.copyOf(refused);
        }
    }

    /** Chooses by {@code roster} at {@code now}. */
    public static Assignment of(Roster roster, Work work, Map<StaffId, Integer> loads, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, roster.zone());
        List<Candidate> ranked = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (StaffMember member : roster.engineers(now)) {
            against(member, work, today)
                    .ifPresentOrElse(
                            reason -> passedOver.add(new PassedOver(member, reason)),
                            () -> ranked.add(new Candidate(
                                    member,
                                    member.territoriesIfAny().contains(work.territory()),
                                    loads.getOrDefault(member.id(), 0),
                                    roster.travel(member, work.territory()))));
        }
        // A stable sort: the order of duty decides between equals.
        ranked.sort(Comparator.comparing((Candidate one) -> !one.atHome())
                .thenComparingInt(Candidate::load)
                .thenComparing(Candidate::travel));
        return new Assignment(ranked, passedOver);
    }

    /** What keeps {@code member} from doing it. */
    public static Optional<Reason> against(StaffMember member, Work work, LocalDate today) {
        if (work.refused().contains(member.id())) {
            return Optional.of(new Reason.Refused());
        }
        if (!member.can(work.skill())) {
            return Optional.of(new Reason.NotSkilled(work.skill()));
        }
        return member.expired(work.skill(), today).map(Reason.Expired::new);
    }
}
