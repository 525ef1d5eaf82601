package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Names;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketState;

/**
 * A ticket: its facts, the state it is in, and the names by which people know what it is about.
 *
 * @param version how many things happened to it: what {@code If-Match} names
 * @param equipmentNames null when the equipment is unknown
 * @param failureNames what the failure mode is called; null when nobody has a name for it
 * @param why it was raised, in two sentences; null unless telemetry did
 * @param escalated null when somebody has it, or it is over
 */
public record TicketView(
        @JsonUnwrapped Ticket facts,
        TicketState state,
        long version,
        @Nullable Names equipmentNames,
        @Nullable Names failureNames,
        @Nullable Names why,
        @Nullable Escalated escalated) {

    TicketView withArrivalCode(@Nullable String code) {
        return new TicketView(
                facts.withArrivalCode(code), state, version, equipmentNames, failureNames, why, escalated);
    }
}
