package wrenchline.core.warranty;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param from the first day of the warranty of what is asked about; null while nobody knows it
 * @param until its last day; null as {@code from}
 * @param coverage the line that says so, where it is not the warranty of the whole
 */
public record Entitlement(
        Category category,
        Ground ground,
        boolean partsFree,
        boolean labourFree,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
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
        /** It is not accepted or not handed over: what has not begun cannot be over. */
        NOT_BEGUN,
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
        Optional<LocalDate> from = rules.begins(equipment.warranty());
        Optional<Coverage> line = from.flatMap(first -> Coverage.of(lines, equipment.model(), component, first));
        Period term = line.map(Coverage::term).orElse(equipment.warranty().term());
        Optional<LocalDate> until = from.map(first -> Warranty.lastDay(first, term));
        Ground ground = ground(equipment, cause, from, until, line, day);
        Category category = category(ground);
        boolean free = category != Category.PAID;
        return new Entitlement(
                category,
                ground,
                free,
                free || rules.labourAfter() == WarrantyRules.Labour.FREE,
                from.orElse(null),
                until.orElse(null),
                line.orElse(null));
    }

    private static Ground ground(
            Equipment equipment,
            Optional<FailureCause> cause,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<Coverage> line,
            LocalDate day) {
        if (cause.filter(FailureCause.OPERATING_ERROR::equals).isPresent()) {
            return Ground.MISUSE;
        }
        if (from.isEmpty() || day.isBefore(from.get())) {
            return Ground.NOT_BEGUN;
        }
        if (until.isPresent() && !day.isAfter(until.get())) {
            return line.isPresent() ? Ground.WITHIN_COVERAGE : Ground.WITHIN_WARRANTY;
        }
        if (equipment.contractOn(day).isPresent()) {
            return Ground.UNDER_CONTRACT;
        }
        return line.isPresent() ? Ground.COVERAGE_OVER : Ground.WARRANTY_OVER;
    }

    private static Category category(Ground ground) {
        return switch (ground) {
            case WITHIN_WARRANTY, WITHIN_COVERAGE, NOT_BEGUN -> Category.WARRANTY;
            case UNDER_CONTRACT -> Category.CONTRACT;
            case MISUSE, WARRANTY_OVER, COVERAGE_OVER -> Category.PAID;
        };
    }
}
