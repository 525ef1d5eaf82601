package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Grounds;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.ticket.Verdicts;
import wrenchline.core.transition.Tracked;

/**
 * At most one false ticket a machine and month (误报预算). A score is worth a ticket when the machine's own past did not show one as
 * high within the rest, which is a month; verdicts make the rest of this machine, and less so of all machines of its model, longer or
 * shorter. It is reckoned anew from the verdicts each time: a verdict that is taken back was never there.
 */
record AlarmBudget(Books books, Equipment equipment, Instant now) {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration SHORTEST = MONTH.dividedBy(2);
    private static final Duration LONGEST = MONTH.multipliedBy(4);

    /** Older verdicts say little of a machine as it is now. */
    private static final Duration MEMORY = Duration.ofDays(365);

    /** So many verdicts on machines of the same model weigh as much as one on this. */
    private static final double OF_A_KIND = 4;

    /** After a ticket that was not real, the score must be so much nearer to 1. */
    private static final double BEYOND_DOUBT = 0.5;

    /**
     * Whether {@code raised} is worth a ticket.
     *
     * @param newest the machine's newest ticket of this failure mode
     */
    boolean allows(Finding.Raised raised, Optional<Tracked<Ticket, TicketState>> newest) {
        return switch (raised.groundsIfAny().orElse(null)) {
            case Grounds.Unusual unusual -> isRare(raised, unusual) && isBeyondDoubt(raised, unusual, newest);
            case Grounds.Approaching _, Grounds.Degraded _ ->
                newest.filter(ticket -> countsAgainst(ticket.facts(), raised)).isEmpty();
            case Grounds.Silent _, Grounds.Frozen _, Grounds.Worn _, Grounds.Ending _ -> true;
            case null -> true;
        };
    }

    private boolean isRare(Finding.Raised raised, Grounds.Unusual unusual) {
        return unusual.asHighBeforeIfKnown()
                .filter(before -> before.isAfter(raised.at().minus(rest())))
                .isEmpty();
    }

    private boolean isBeyondDoubt(
            Finding.Raised raised, Grounds.Unusual unusual, Optional<Tracked<Ticket, TicketState>> newest) {
        return newest.map(Tracked::facts)
                .filter(ticket -> countsAgainst(ticket, raised))
                .filter(ticket -> 1 - unusual.score() >= BEYOND_DOUBT * (1 - highest(ticket)))
                .isEmpty();
    }

    /** Whether {@code ticket} was foreseen within the rest, and nobody found it to be real. */
    private boolean countsAgainst(Ticket ticket, Finding.Raised raised) {
        return ticket.origin() instanceof Origin.Telemetry(Finding.Raised before)
                && before.groundsIfAny().isPresent()
                && before.at().isAfter(raised.at().minus(rest()))
                && verdicts()
                        .noneMatch(one -> one.ticket().equals(ticket.id()) && one.verdict() instanceof Verdict.Real);
    }

    private double highest(Ticket ticket) {
        Stream<Finding.Raised> first =
                ticket.origin() instanceof Origin.Telemetry(var raised) ? Stream.of(raised) : Stream.of();
        Stream<Finding.Raised> later = books.tickets().events(ticket.id()).stream()
                .flatMap(dated ->
                        dated.event() instanceof TicketEvent.FoundAgain(var again) ? Stream.of(again) : Stream.of());
        return Stream.concat(first, later)
                .mapToDouble(raised -> raised.grounds() instanceof Grounds.Unusual unusual ? unusual.score() : 0)
                .max()
                .orElse(0);
    }

    /** How long the machine must have been calmer than now. */
    Duration rest() {
        double doublings = surplus(verdicts().toList())
                + surplus(books.verdicts().ofModel(equipment.model(), now.minus(MEMORY)).stream()
                                .filter(one -> !one.equipment().equals(equipment.id()))
                                .toList())
                        / OF_A_KIND;
        // Beyond this many doublings both bounds are passed by far.
        double factor = Math.pow(2, Math.clamp(doublings, -8, 8));
        Duration rest = Duration.ofSeconds((long) (MONTH.toSeconds() * factor));
        return rest.compareTo(SHORTEST) < 0 ? SHORTEST : rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }

    private Stream<Verdicts.Judgement> verdicts() {
        return books.verdicts().of(equipment.id(), now.minus(MEMORY)).stream();
    }

    /** False alarms less real ones. */
    private static long surplus(List<Verdicts.Judgement> verdicts) {
        long real = verdicts.stream()
                .filter(one -> one.verdict() instanceof Verdict.Real)
                .count();
        return verdicts.size() - 2 * real;
    }
}
