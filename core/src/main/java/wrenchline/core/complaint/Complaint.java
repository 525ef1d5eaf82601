package wrenchline.core.complaint;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Concern;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.ticket.TicketId;

/**
 * A complaint (投诉) as it was received by the hotline; what the caller said is the message of the call.
 *
 * @param ticket under which the caller is called back
 * @param number at which the caller can be reached
 * @param customer null when unknown
 */
public record Complaint(
        ComplaintId id,
        Category category,
        TicketId ticket,
        CallId call,
        String number,
        @Nullable CustomerId customer,
        Instant received) {

    /** What it is about; that decides who deals with it. */
    public enum Category {
        /** Quality or function (质量、使用功能). */
        QUALITY(Department.ENGINEERING),
        /** Damaged packaging, spoilt goods (包装破损、变质). */
        PACKAGING(Department.WAREHOUSE),
        /** Manner or duties of service staff (服务人员态度、职责). */
        CONDUCT(Department.MARKETING),
        /** A dealer or retailer (中间商、零售商). */
        DEALER(Department.COORDINATION);

        private final Department department;

        Category(Department department) {
            this.department = department;
        }

        public Department department() {
            return department;
        }

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

    /** Who deals with a complaint (责任部门). */
    public enum Department {
        /** Development, design or production, technology (研发、设计或生产、技术). */
        ENGINEERING,
        /** Warehouse and transport (仓库和运输). */
        WAREHOUSE,
        /** Marketing (营销). */
        MARKETING,
        /** Coordination with dealers (协调). */
        COORDINATION
    }
}
