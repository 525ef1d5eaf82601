package wrenchline.core.ticket;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;

/**
 * A ticket (工单): what is known of a fault from the beginning and never changes.
 *
 * @param key of which only one ticket can be open, for instance {@code lift-01/OVERHEATING} or {@code caller/13800000000}
 * @param equipment null when the caller did not name it
 * @param customer null when unknown
 * @param failureMode ISO 14224; {@code REPORTED_BY_CALLER} for a call
 */
public record Ticket(
        TicketId id,
        String key,
        @Nullable EquipmentId equipment,
        @Nullable CustomerId customer,
        String failureMode,
        Severity severity,
        Origin origin,
        Instant raised) {

    /** As it would read if {@code finding} had come first. */
    public Ticket as(Finding.Raised finding) {
        return new Ticket(
                id, key, equipment, customer, failureMode, finding.severity(), new Origin.Telemetry(finding), raised);
    }

    public Optional<EquipmentId> equipmentIfKnown() {
        return Optional.ofNullable(equipment);
    }

    public Optional<CustomerId> customerIfKnown() {
        return Optional.ofNullable(customer);
    }
}
