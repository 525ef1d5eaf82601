package wrenchline.core.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.ticket.Ticket;

/** What letters say of a ticket, in the words of their reader. */
record TicketWords(Desk desk, Books books) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    /** By the names that the texts have for it. */
    Map<String, String> ticket(Ticket ticket, String language) {
        Map<String, String> values = new HashMap<>();
        values.put("ticket", ticket.id().toString());
        values.put("severity", of("severity." + ticket.severity(), language));
        values.put("raised", time(ticket.raised()));
        String unknown = of("unknown", language);
        Equipment equipment = equipment(ticket);
        values.put(
                "equipment",
                equipment == null
                        ? ticket.equipmentIfKnown().map(Object::toString).orElse(unknown)
                        : equipment.names().in(language) + " " + equipment.id());
        values.put("site", equipment == null ? unknown : equipment.site());
        values.put(
                "customer",
                ticket.customerIfKnown()
                        .flatMap(books.register()::find)
                        .map(Customer::name)
                        .orElse(unknown));
        values.put(
                "failure",
                new FailureNames(desk.wording())
                        .of(model(equipment), ticket.failureMode())
                        .map(names -> names.in(language))
                        .orElse(ticket.failureMode()));
        return values;
    }

    @Nullable
    EquipmentModel model(Ticket ticket) {
        return model(equipment(ticket));
    }

    private @Nullable EquipmentModel model(@Nullable Equipment equipment) {
        return equipment == null ? null : desk.models().get(equipment.model());
    }

    private @Nullable Equipment equipment(Ticket ticket) {
        return ticket.equipmentIfKnown().flatMap(books.register()::find).orElse(null);
    }

    String of(String key, String language) {
        return desk.wording().text(key, language, Map.of());
    }

    /** As clocks show it where the house is. */
    String time(Instant instant) {
        return TIME.format(instant.atZone(books.rosters().current().zone()));
    }
}
