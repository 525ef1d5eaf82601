package wrenchline.dashboard.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.detection.Grounds;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Names;
import wrenchline.core.notice.TicketLinks.Pass;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.wire.FieldView;
import wrenchline.dashboard.wire.TicketView;

/** Shows a ticket to the engineer who holds a pass for it, in their language. */
record FieldViews(Desk desk, Pass pass, String csrf) {

    Optional<FieldView> view(Books books) {
        return books.tickets().look(pass.ticket()).map(ticket -> view(books, ticket));
    }

    private FieldView view(Books books, Tracked<Ticket, TicketState> ticket) {
        Ticket facts = ticket.facts();
        String language = books.rosters()
                .current()
                .find(pass.staff())
                .map(StaffMember::language)
                .orElse("zh");
        TicketView named = new TicketViews(desk).view(books, ticket);
        Equipment equipment =
                facts.equipmentIfKnown().flatMap(books.register()::find).orElse(null);
        EquipmentModel model = equipment == null ? null : desk.models().get(equipment.model());
        return new FieldView(
                facts.id().value(),
                ticket.state().getClass().getSimpleName(),
                isMine(ticket.state()),
                facts.severity(),
                said(named.failureNames(), language, facts.failureMode()),
                named.why() == null ? null : named.why().in(language),
                facts.raised(),
                equipment == null ? null : machine(equipment, model, language),
                facts.customerIfKnown()
                        .flatMap(books.register()::find)
                        .map(customer -> new FieldView.Owner(customer.name(), customer.address(), customer.phones()))
                        .orElse(null),
                facts.arrivalCode() != null,
                books.tickets().events(facts.id()).stream()
                        .map(FieldViews::step)
                        .toList(),
                TicketViews.window(facts).stream()
                        .filter(trace -> !trace.metric().equals(Grounds.Trace.SCORE))
                        .map(trace -> curve(trace, model, language))
                        .toList(),
                language,
                csrf);
    }

    private boolean isMine(TicketState state) {
        Actor engineer = new Actor.Staff(pass.staff());
        return switch (state) {
            case TicketState.Accepted accepted -> accepted.by().equals(engineer);
            case TicketState.OnTheWay onTheWay -> onTheWay.by().equals(engineer);
            case TicketState.OnSite onSite -> onSite.by().equals(engineer);
            case TicketState.InWorkshop inWorkshop -> inWorkshop.by().equals(engineer);
            case TicketState _ -> false;
        };
    }

    private static FieldView.Machine machine(Equipment equipment, @Nullable EquipmentModel model, String language) {
        return new FieldView.Machine(
                equipment.id().value(),
                equipment.names().in(language),
                model == null ? equipment.model() : model.names().in(language),
                equipment.serialNumber(),
                equipment.site());
    }

    private static FieldView.Step step(Dated<TicketEvent> dated) {
        String text = switch (dated.event()) {
            case TicketEvent.Refused(Actor _, String reason) -> reason;
            case TicketEvent.Diagnosed(Actor _, String finding, String solution) -> finding + " → " + solution;
            case TicketEvent.PartSwapped(Actor _, String part, String out, String in) -> part + " " + out + " → " + in;
            case TicketEvent.Resolved(Actor _, String how) -> how;
            case TicketEvent.Attached attached -> attached.attachment().name();
            case TicketEvent _ -> "";
        };
        return new FieldView.Step(dated.at(), dated.event().getClass().getSimpleName(), text);
    }

    private static FieldView.Curve curve(Grounds.Trace trace, @Nullable EquipmentModel model, String language) {
        return Optional.ofNullable(model).stream()
                .flatMap(known -> known.metrics().stream())
                .filter(metric -> metric.id().equals(trace.metric()))
                .map(metric -> new FieldView.Curve(metric.names().in(language), metric.unit(), trace.samples()))
                .findFirst()
                .orElseGet(() -> new FieldView.Curve(trace.metric(), "", trace.samples()));
    }

    private static String said(@Nullable Names names, String language, String otherwise) {
        return names == null ? otherwise : names.in(language);
    }
}
