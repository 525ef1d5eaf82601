package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Outlook;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.reading.DeviceEvent;

/**
 * A machine with all that is known of it; what stands in no register is null.
 *
 * @param tickets that are not closed
 * @param events that its controller reported, newest first
 * @param attributes by name
 * @param outlook null when nothing is foreseen for it
 */
public record EquipmentDetail(
        @JsonUnwrapped EquipmentView equipment,
        @Nullable EquipmentModel modelFacts,
        @Nullable Customer owner,
        @Nullable WarrantyView warranty,
        List<TicketView> tickets,
        List<DeviceEvent> events,
        List<AttributeView> attributes,
        @Nullable Outlook outlook) {

    /** What its controller says of itself; the value is JSON of any kind. */
    public record AttributeView(String name, @JsonRawValue String value, Instant at) {}

    /** The warranty with its first and last day, which are null while a date is unknown. */
    public record WarrantyView(
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate handedOverOn,
            Period term,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean covered) {

        /** How {@code warranty} stands on {@code today}. */
        public static WarrantyView of(Warranty warranty, LocalDate today) {
            return new WarrantyView(
                    warranty.acceptedOn(),
                    warranty.handedOverOn(),
                    warranty.term(),
                    warranty.from().orElse(null),
                    warranty.until().orElse(null),
                    warranty.covers(today));
        }
    }
}
