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
 * @param failureMode ISO 14224, as first known; {@code REPORTED_BY_CALLER} for a call
 * @param kind null for a fault
 * @param report what was said by whoever asked; null when telemetry or a call began it
 * @param arrivalCode digits that the customer tells whoever arrives, which proves the arrival; null when there is nobody to tell them
 */
public record Ticket(
        TicketId id,
        String key,
        @Nullable EquipmentId equipment,
        @Nullable CustomerId customer,
        String failureMode,
        Severity severity,
        Origin origin,
        Instant raised,
        @Nullable TicketKind kind,
        @Nullable Report report,
        @Nullable String arrivalCode) {

    /** A fault of which nobody said anything. */
    public Ticket(
            TicketId id,
            String key,
            @Nullable EquipmentId equipment,
            @Nullable CustomerId customer,
            String failureMode,
            Severity severity,
            Origin origin,
            Instant raised) {
        this(id, key, equipment, customer, failureMode, severity, origin, raised, null, null, null);
    }

    /** As it would read if {@code finding} had come first. */
    public Ticket as(Finding.Raised finding) {
        return new Ticket(
                id,
                key,
                equipment,
                customer,
                failureMode,
                finding.severity(),
                new Origin.Telemetry(finding),
                raised,
                kind,
                report,
                arrivalCode);
    }

    public Ticket withArrivalCode(@Nullable String digits) {
        return new Ticket(id, key, equipment, customer, failureMode, severity, origin, raised, kind, report, digits);
    }

    /** What it is for. */
    public TicketKind purpose() {
        return kind == null ? TicketKind.FAULT : kind;
    }

    /** Whether {@code digits} are what the customer was told to say. */
    boolean isArrivalCode(String digits) {
        return digits.equals(arrivalCode);
    }

    public Optional<EquipmentId> equipmentIfKnown() {
        return Optional.ofNullable(equipment);
    }

    public Optional<CustomerId> customerIfKnown() {
        return Optional.ofNullable(customer);
    }
}
