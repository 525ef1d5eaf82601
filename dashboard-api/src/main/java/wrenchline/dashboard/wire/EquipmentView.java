package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.ticket.TicketId;

/**
 * A machine on the list.
 *
 * @param registered false for a controller that was heard but is in no register
 * @param model identifier of its model; empty when not registered
 * @param customer null when not registered
 * @param lastHeard null when it was never heard
 * @param account the state of its account; null when it has none
 * @param overQuota that it sends, or sent, more than it may; null when it never did
 * @param values newest value of each metric
 */
public record EquipmentView(
        EquipmentId id,
        boolean registered,
        Names names,
        String model,
        String phoneCode,
        String serialNumber,
        @Nullable CustomerId customer,
        String site,
        boolean online,
        @Nullable Instant lastHeard,
        @Nullable String account,
        @Nullable Excess overQuota,
        List<Value> values,
        List<TicketId> openTickets) {

    /**
     * @param since null when it does not now
     * @param times how often that has begun
     */
    public record Excess(@Nullable Instant since, long times) {}

    /** The newest value of one metric, in the metric's unit. */
    public record Value(String metric, Instant at, double value) {}
}
