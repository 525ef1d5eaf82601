package wrenchline.core.desk;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.Order;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Grounds;
import wrenchline.core.device.AccountState;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.transition.Tracked;

/**
 * Turns what detectors and controllers say into tickets: one open ticket per machine and failure mode. A machine that stands in no
 * register and that nobody has approved raises none.
 */
public final class TelemetryDesk {

    /** How long a machine that is away may take to come back and be told not to start. */
    private static final Duration INHIBITION = Duration.ofHours(24);

    /** Of the metrics that contribute to a score, so many are to blame. */
    private static final int BLAMED = 3;

    private static final int MOST_OPEN = 100;

    private final Desk desk;

    public TelemetryDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * Opens a ticket for {@code finding}, or notes it on the one that is open. May be repeated: a finding that is not newer than the
     * newest ticket of its failure mode knows is the same one again.
     */
    public void on(Finding finding) {
        desk.transactions().run(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            var newest = books.tickets().newestFor(key(finding.equipment(), finding.failureMode()));
            if (newest.isPresent() && isKnown(newest.get().facts(), finding, books)) {
                return;
            }
            var open = newest.filter(ticket -> !ticket.state().over());
            switch (finding) {
                case Finding.Raised raised -> {
                    open.or(() -> sameFault(raised, books))
                            .ifPresentOrElse(
                                    ticket -> foundAgain(turn, ticket, raised), () -> found(turn, raised, newest));
                    inhibitStart(turn, raised);
                }
                case Finding.Cleared cleared ->
                    open.ifPresent(ticket -> turn.ticket(ticket, new TicketEvent.WentAway(cleared)));
            }
        });
    }

    private static void found(Turn turn, Finding.Raised raised, Optional<Tracked<Ticket, TicketState>> newest) {
        boolean worthIt = turn.books()
                .register()
                .find(raised.equipment())
                .map(equipment -> new AlarmBudget(turn.books(), equipment, turn.now()).allows(raised, newest))
                .orElse(true);
        if (worthIt) {
            open(turn, raised.equipment(), raised.failureMode(), raised.severity(), new Origin.Telemetry(raised));
        }
    }

    /** Notes it; when it is graver than all before, the promises that come with that are made, and somebody is asked again. */
    private static void foundAgain(Turn turn, Tracked<Ticket, TicketState> ticket, Finding.Raised raised) {
        if (isKnown(ticket.facts(), raised, turn.books())) {
            return;
        }
        Severity before = findings(ticket.facts(), turn.books())
                .flatMap(finding -> finding instanceof Finding.Raised one ? Stream.of(one.severity()) : Stream.of())
                .max(Comparator.naturalOrder())
                .orElse(ticket.facts().severity());
        turn.ticket(ticket, new TicketEvent.FoundAgain(raised));
        if (raised.severity().compareTo(before) > 0) {
            new Opening(turn).graver(ticket.facts(), before, raised.severity());
            new Dispatch(turn).again(ticket.facts().as(raised));
        }
    }

    /**
     * What is not as it was learned to be belongs to the open ticket of this machine on one of the metrics that are to blame: an
     * engineer goes there once.
     */
    private static Optional<Tracked<Ticket, TicketState>> sameFault(Finding.Raised raised, Books books) {
        if (!(raised.grounds() instanceof Grounds.Unusual unusual)) {
            return Optional.empty();
        }
        Set<String> blamed = unusual.contributions().stream()
                .limit(BLAMED)
                .map(Grounds.Contribution::metric)
                .collect(Collectors.toSet());
        Tickets.Filter open = new Tickets.Filter(TicketState.OPEN, Set.of(raised.equipment()));
        return books.tickets().page(open, Long.MAX_VALUE, MOST_OPEN).stream()
                .filter(ticket -> ticket.facts().origin() instanceof Origin.Telemetry(var first)
                        && blamed.contains(first.metric()))
                .findFirst()
                .flatMap(ticket -> books.tickets().find(ticket.facts().id()));
    }

    /** Tells the machine not to start, where its model says so. Only a person ever takes that back. */
    private void inhibitStart(Turn turn, Finding.Raised raised) {
        boolean wanted = turn.books()
                .register()
                .find(raised.equipment())
                .flatMap(equipment -> Optional.ofNullable(desk.models().get(equipment.model())))
                .filter(model -> model.inhibitsStart(raised.metric(), raised.failureMode()))
                .isPresent();
        if (wanted && raised.groundsIfAny().isEmpty()) {
            String reason = "%s: %s %s, limit %s"
                    .formatted(raised.failureMode(), raised.metric(), raised.value(), raised.limit());
            new Ordering(turn)
                    .enter(new Command(
                            new CommandId(UUID.randomUUID()),
                            "finding/" + raised.failureMode() + "/" + raised.at(),
                            raised.equipment(),
                            new Order.InhibitStart(reason),
                            new Actor.Product(),
                            turn.now(),
                            turn.now().plus(INHIBITION)));
        }
    }

    private static boolean isKnown(Ticket ticket, Finding finding, Books books) {
        return findings(ticket, books).anyMatch(known -> !finding.at().isAfter(known.at()));
    }

    private static Stream<Finding> findings(Ticket ticket, Books books) {
        Stream<Finding> first =
                ticket.origin() instanceof Origin.Telemetry(var raised) ? Stream.of(raised) : Stream.of();
        Stream<Finding> later = books.tickets().events(ticket.id()).stream().flatMap(dated -> switch (dated.event()) {
            case TicketEvent.FoundAgain again -> Stream.of(again.finding());
            case TicketEvent.WentAway away -> Stream.of(away.finding());
            case TicketEvent _ -> Stream.of();
        });
        return Stream.concat(first, later);
    }

    /** Opens a ticket for a fault that the controller reports, unless one is open for its code. Minor ones are only kept. */
    public void on(DeviceEvent event) {
        if (event.severity() == Severity.MINOR) {
            return;
        }
        desk.transactions().run(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            if (books.tickets().openFor(key(event.equipment(), event.code())).isEmpty()) {
                Origin origin = new Origin.Controller(event.code(), event.text());
                open(turn, event.equipment(), event.code(), event.severity(), origin);
            }
        });
    }

    private static void open(Turn turn, EquipmentId equipment, String failureMode, Severity severity, Origin origin) {
        Optional<Equipment> registered = turn.books().register().find(equipment);
        if (registered.isEmpty() && !isApproved(equipment, turn.books())) {
            return;
        }
        Ticket ticket = new Ticket(
                turn.books().tickets().next(),
                key(equipment, failureMode),
                equipment,
                registered.map(Equipment::customer).orElse(null),
                failureMode,
                severity,
                origin,
                turn.now());
        new Opening(turn).ticket(ticket);
        new Dispatch(turn).first(ticket.id());
    }

    private static boolean isApproved(EquipmentId equipment, Books books) {
        return books.accounts()
                .look(equipment)
                .filter(account -> account.state() instanceof AccountState.Approved)
                .isPresent();
    }

    private static String key(EquipmentId equipment, String failureMode) {
        return equipment + "/" + failureMode;
    }
}
