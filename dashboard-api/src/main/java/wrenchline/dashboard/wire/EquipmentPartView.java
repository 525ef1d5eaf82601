package wrenchline.dashboard.wire;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wrenchline.core.desk.PartsDesk;
import wrenchline.core.detection.Fitting;
import wrenchline.core.equipment.Names;
import wrenchline.core.warranty.Coverage;
import wrenchline.core.warranty.Entitlement;

/**
 * A part of a machine with its warranty.
 *
 * @param fitted null where nobody said when it was replaced
 * @param used null where nobody said so
 * @param covered whether its warranty holds today
 * @param reference empty where its warranty is that of the whole machine
 */
public record EquipmentPartView(
        String part,
        Names names,
        @Nullable Instant fitted,
        @Nullable Double used,
        Entitlement.Category category,
        boolean partsFree,
        boolean labourFree,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean covered,
        String reference,
        Names why) {

    public static EquipmentPartView of(PartsDesk.Fitted one) {
        Fitting fitting = one.fitting();
        Entitlement entitlement = one.price().entitlement();
        Coverage coverage = entitlement.coverage();
        return new EquipmentPartView(
                one.part(),
                one.names(),
                fitting == null ? null : fitting.at(),
                fitting == null ? null : fitting.used(),
                entitlement.category(),
                entitlement.partsFree(),
                entitlement.labourFree(),
                entitlement.from(),
                entitlement.until(),
                entitlement.category() == Entitlement.Category.WARRANTY,
                coverage == null ? "" : coverage.reference(),
                one.price().why());
    }
}
