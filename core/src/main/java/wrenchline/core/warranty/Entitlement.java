package wrenchline.core.warranty;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.ticket.FailureCause;

/**
 * What a customer is entitled to on one day (服务权益), computed whenever it is asked and never stored.
 *
 * @param category of service
 * @param ground why it is that category
 * @param partsFree whether parts cost nothing; otherwise they cost what they cost us
 * @param labourFree whether labour costs nothing
 * @param from the first day of the warranty of what is asked about
 * @param until its last day
 * @param coverage the line that says so, where it is not the warranty of the whole
 */
public record Entitlement(
        Category category,
        Ground ground,
        boolean partsFree,
        boolean labourFree,
        LocalDate from,
        LocalDate until,
        @Nullable Coverage coverage) {

    /** The three categories of service (三类服务). */
    public enum Category {
        /** 保内免费. */
        WARRANTY,
        /** 专项维护合同. */
        CONTRACT,
        /** 保外收费. */
        PAID
    }

    /** What decides it. */
    public enum Ground {
        /** 36个月整体硬件质保. */
        WITHIN_WARRANTY,
        /** 各部件保修期不同. */
        WITHIN_COVERAGE,
        UNDER_CONTRACT,
        /** 非误操作包修包换: misuse is not covered. */
        MISUSE,
        WARRANTY_OVER,
        COVERAGE_OVER
    }

    /**
     * Computes it.
     *
     * @param component empty for the whole
     * @param cause of the failure as far as it is known
     */
    public static Entitlement of(
            Equipment equipment,
            String component,
            Optional<FailureCause> cause,
            List<Coverage> lines,
            WarrantyRules rules,
            LocalDate day) {
        Warranty warranty = equipment.warranty();
        LocalDate from = rules.start() == WarrantyRules.Start.ACCEPTANCE ? warranty.acceptedOn() : warranty.from();
        Optional<Coverage> line = Coverage.of(lines, equipment.model(), component, from);
        Period term = line.map(Coverage::term).orElse(warranty.term());
        LocalDate until = from.plus(term).minusDays(1);
        boolean within = !day.isBefore(from) && !day.isAfter(until);
        boolean misuse = cause.filter(FailureCause.OPERATING_ERROR::equals).isPresent();
        Optional<Contract> contract = equipment.contractOn(day);
        if (within && !misuse) {
            Ground ground = line.isPresent() ? Ground.WITHIN_COVERAGE : Ground.WITHIN_WARRANTY;
            return new Entitlement(Category.WARRANTY, ground, true, true, from, until, line.orElse(null));
        }
        if (contract.isPresent() && !misuse) {
            return new Entitlement(
                    Category.CONTRACT, Ground.UNDER_CONTRACT, true, true, from, until, line.orElse(null));
        }
        Ground ground = misuse ? Ground.MISUSE : line.isPresent() ? Ground.COVERAGE_OVER : Ground.WARRANTY_OVER;
        boolean labourFree = rules.labourAfter() == WarrantyRules.Labour.FREE;
        return new Entitlement(Category.PAID, ground, false, labourFree, from, until, line.orElse(null));
    }
}
