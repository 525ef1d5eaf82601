package wrenchline.dashboard.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.FailureNames;
import wrenchline.core.desk.Why;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Grounds;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Names;
import wrenchline.core.escalation.EscalationState;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.wire.Escalated;
import wrenchline.dashboard.wire.TicketView;

/** Shows tickets under the names that people use. */
record TicketViews(Desk desk) {

    TicketView view(Books books, Tracked<Ticket, TicketState> ticket) {
        Ticket facts = ticket.facts();
        @Nullable
        Equipment equipment = facts.equipmentIfKnown()
                .flatMap(id -> books.register().find(id))
                .orElse(null);
        @Nullable
        EquipmentModel model = equipment == null ? null : desk.models().get(equipment.model());
        return new TicketView(
                brief(facts).withArrivalCode(null),
                ticket.state(),
                ticket.version(),
                equipment == null ? null : equipment.names(),
                new FailureNames(desk.wording()).of(model, facts.failureMode()).orElse(null),
                why(books, facts, model),
                escalated(books, facts.id()));
    }

    private static @Nullable Escalated escalated(Books books, TicketId id) {
        return books.escalations()
                .look(id)
                .flatMap(escalation -> escalation.state() instanceof EscalationState.Climbing climbing
                        ? Optional.of(Escalated.of(escalation.facts(), climbing))
                        : Optional.empty())
                .orElse(null);
    }

    private @Nullable Names why(Books books, Ticket facts, @Nullable EquipmentModel model) {
        return facts.origin() instanceof Origin.Telemetry(Finding.Raised raised)
                ? new Why(desk.wording(), books.rosters().current().zone()).of(raised, model)
                : null;
    }

    /** Without the curves: whoever reads a list does not draw them. */
    private static Ticket brief(Ticket facts) {
        return facts.origin() instanceof Origin.Telemetry(Finding.Raised raised) ? facts.as(brief(raised)) : facts;
    }

    private static Finding.Raised brief(Finding.Raised raised) {
        return switch (raised.groundsIfAny().orElse(null)) {
            case Grounds.Unusual unusual ->
                with(
                        raised,
                        new Grounds.Unusual(
                                unusual.score(), unusual.asHighBefore(), unusual.contributions(), List.of()));
            case Grounds.Approaching approaching ->
                with(raised, new Grounds.Approaching(approaching.forecast(), List.of()));
            case Grounds.Degraded degraded ->
                with(
                        raised,
                        new Grounds.Degraded(
                                degraded.component(),
                                degraded.level(),
                                degraded.probability(),
                                degraded.cycles(),
                                degraded.contributions(),
                                List.of()));
            case Grounds.Silent _, Grounds.Frozen _, Grounds.Worn _, Grounds.Ending _ -> raised;
            case null -> raised;
        };
    }

    private static Finding.Raised with(Finding.Raised raised, Grounds grounds) {
        return new Finding.Raised(
                raised.equipment(),
                raised.failureMode(),
                raised.severity(),
                raised.metric(),
                raised.value(),
                raised.limit(),
                raised.since(),
                raised.at(),
                grounds);
    }

    /** What was measured before {@code ticket} was raised. */
    static List<Grounds.Trace> window(Ticket ticket) {
        Grounds grounds = ticket.origin() instanceof Origin.Telemetry(var raised) ? raised.grounds() : null;
        return switch (grounds) {
            case Grounds.Unusual unusual -> unusual.window();
            case Grounds.Approaching approaching -> approaching.window();
            case Grounds.Degraded degraded -> degraded.window();
            case Grounds.Silent _, Grounds.Frozen _, Grounds.Worn _, Grounds.Ending _ -> List.of();
            case null -> List.of();
        };
    }
}
