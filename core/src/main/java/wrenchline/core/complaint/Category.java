package wrenchline.core.complaint;

import java.util.Optional;
import wrenchline.core.call.Concern;

/** What a complaint is about (投诉类别); that decides who deals with it. */
public enum Category {
    /** Quality or function (质量、使用功能). */
    QUALITY,
    /** Damaged packaging, spoilt goods (包装破损、变质). */
    PACKAGING,
    /** Manner or duties of service staff (服务人员态度、职责). */
    CONDUCT,
    /** A dealer or retailer (中间商、零售商). */
    DEALER;

    /** The category that a caller chose; empty when the call is no complaint. */
    public static Optional<Category> of(Concern concern) {
        return switch (concern) {
            case QUALITY_COMPLAINT -> Optional.of(QUALITY);
            case PACKAGING_COMPLAINT -> Optional.of(PACKAGING);
            case CONDUCT_COMPLAINT -> Optional.of(CONDUCT);
            case DEALER_COMPLAINT -> Optional.of(DEALER);
            case NONE, FAULT, EMERGENCY, PROGRESS, PARTS, TRAINING, PERSON -> Optional.empty();
        };
    }
}
