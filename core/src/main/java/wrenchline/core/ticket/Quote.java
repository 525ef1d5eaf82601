package wrenchline.core.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Names;

/**
 * What a repair will cost (报价), told before anything is charged (收费提前告知). The costs are locked when it is given.
 *
 * @param number by which it is agreed to
 * @param labourCents what labour costs, in hundredths of the currency
 * @param reason why it is charged or free, as the customer is told
 */
public record Quote(String number, List<Line> lines, long labourCents, String currency, String reason) {
    public Quote {
        lines = List.copyOf(lines);
    }

    /**
     * @param unitCents what one costs us (成本价), in hundredths of the currency; 0 for what is free
     * @param reason why it is charged or free; null in quotes of older releases
     */
    public record Line(
            String part,
            int count,
            long unitCents,
            @Nullable Names reason) {}

    public long totalCents() {
        return labourCents
                + lines.stream()
                        .mapToLong(line -> line.count() * line.unitCents())
                        .sum();
    }
}
