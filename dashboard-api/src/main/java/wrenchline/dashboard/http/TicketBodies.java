package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.FailureCause;
import wrenchline.core.ticket.FailureMechanism;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketKind;

/** Reads what people want of tickets out of bodies that the contract found valid. */
final class TicketBodies {

    private TicketBodies() {}

    static TicketDesk.Wanted wanted(Request request) {
        JsonNode report = request.body().path("report");
        String equipment = request.text("equipment");
        String mode = request.text("failureMode");
        return new TicketDesk.Wanted(
                request.key(),
                equipment.isEmpty() ? null : new EquipmentId(equipment),
                choice(request, "kind", TicketKind.class, TicketKind.FAULT),
                choice(request, "severity", Severity.class, Severity.MAJOR),
                mode.isEmpty() ? TicketDesk.REPORTED : mode,
                new Report(
                        report.path("name").asText(""),
                        report.path("phone").asText(""),
                        report.path("address").asText(""),
                        report.path("text").asText("")),
                request.entered());
    }

    static TicketEvent event(Request request, Actor by) {
        return switch (request.text("type")) {
            case "Triaged" ->
                new TicketEvent.Triaged(
                        by,
                        choice(request, "severity", Severity.class, Severity.MAJOR),
                        choice(request, "kind", TicketKind.class, TicketKind.FAULT),
                        request.text("note"));
            case "Assigned" -> {
                String reason = request.text("reason");
                yield new TicketEvent.Assigned(by, new StaffId(request.text("to")), new Names(reason, reason));
            }
            case "Accepted" -> new TicketEvent.Accepted(by);
            case "Refused" -> new TicketEvent.Refused(by, request.text("reason"));
            case "SetOut" -> new TicketEvent.SetOut(by);
            case "Arrived" ->
                new TicketEvent.Arrived(
                        by, request.text("customerCode").isEmpty() ? null : request.text("customerCode"));
            case "Diagnosed" -> new TicketEvent.Diagnosed(by, request.text("finding"), request.text("solution"));
            case "Classified" ->
                new TicketEvent.Classified(
                        by,
                        request.text("failureMode"),
                        ifAny(request, "mechanism", FailureMechanism.class),
                        ifAny(request, "cause", FailureCause.class));
            case "PartSwapped" ->
                new TicketEvent.PartSwapped(
                        by, request.text("part"), request.text("serialOut"), request.text("serialIn"));
            case "TakenAway" -> new TicketEvent.TakenAway(by, request.text("serialNumber"), request.text("receipt"));
            case "Returned" -> new TicketEvent.Returned(by, request.text("receivedBy"), request.text("receipt"));
            case "SolvedByPhone" -> new TicketEvent.SolvedByPhone(by, request.text("how"));
            case "Confirmed" -> new TicketEvent.Confirmed(by);
            case "Reopened" -> new TicketEvent.Reopened(by, request.text("reason"));
            case "Escalated" -> new TicketEvent.Escalated(by, request.text("reason"));
            case "Merged" ->
                new TicketEvent.Merged(
                        by, new TicketId(request.body().path("into").asLong()));
            case "Consented" ->
                new TicketEvent.Consented(
                        by, request.text("quote"), choice(request, "channel", Channel.class, Channel.OTHER));
            case "Declined" -> new TicketEvent.Declined(by, request.text("quote"), request.text("reason"));
            case "Contacted" ->
                new TicketEvent.Contacted(
                        by,
                        choice(request, "channel", Channel.class, Channel.OTHER),
                        request.text("person"),
                        request.text("text"));
            case String other -> throw new IllegalStateException("the contract allowed an event '" + other + "'");
        };
    }

    private static <T extends Enum<T>> T choice(Request request, String name, Class<T> type, T otherwise) {
        T chosen = ifAny(request, name, type);
        return chosen == null ? otherwise : chosen;
    }

    private static <T extends Enum<T>> @Nullable T ifAny(Request request, String name, Class<T> type) {
        String text = request.text(name);
        return text.isEmpty() ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
