package wrenchline.core.warranty;

import java.time.LocalDate;
import java.util.Optional;
import wrenchline.core.equipment.Warranty;

/**
 * The tender's readings of warranty and price, as the policy has them (质保口径).
 *
 * @param labourAfter what labour costs after the warranty
 */
public record WarrantyRules(Start start, Labour labourAfter) {

    /** The strictest reading: from handover where that is later, and labour free for ever. */
    public static final WarrantyRules STRICT = new WarrantyRules(Start.ACCEPTANCE_AND_HANDOVER, Labour.FREE);

    /** The first day of {@code warranty} by this reading; empty while the dates that decide it are unknown. */
    Optional<LocalDate> begins(Warranty warranty) {
        return switch (start) {
            case ACCEPTANCE_AND_HANDOVER -> warranty.from();
            case ACCEPTANCE -> Optional.ofNullable(warranty.acceptedOn());
        };
    }

    /** When a warranty begins. */
    public enum Start {
        /** 自最终验收合格并交付使用之日. */
        ACCEPTANCE_AND_HANDOVER,
        /** 自验收合格之日. */
        ACCEPTANCE
    }

    /** What labour costs. */
    public enum Labour {
        FREE,
        CHARGED
    }
}
