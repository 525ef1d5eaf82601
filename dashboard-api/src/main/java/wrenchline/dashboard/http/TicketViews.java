package wrenchline.dashboard.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Names;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.wire.TicketView;

/** Shows tickets under the names that people use. */
record TicketViews(Desk desk) {

    TicketView view(Books books, Tracked<Ticket, TicketState> ticket) {
        Optional<Equipment> equipment =
                ticket.facts().equipmentIfKnown().flatMap(id -> books.register().find(id));
        return new TicketView(
                ticket.facts(),
                ticket.state(),
                equipment.map(Equipment::names).orElse(null),
                equipment
                        .map(one -> failureNames(one.model(), ticket.facts().failureMode()))
                        .orElse(null));
    }

    private @Nullable Names failureNames(String modelId, String failureMode) {
        EquipmentModel model = desk.models().get(modelId);
        return model == null
                ? null
                : model.limits().stream()
                        .filter(limit -> limit.failureMode().equals(failureMode))
                        .map(Limit::names)
                        .findFirst()
                        .orElse(null);
    }
}
