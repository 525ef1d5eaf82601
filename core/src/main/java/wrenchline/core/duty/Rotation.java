package wrenchline.core.duty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who comes first moves on by one (轮值).
 *
 * @param from the day on which the order was as it is written
 * @param days after so many
 */
public record Rotation(LocalDate from, int days) {

    List<StaffId> turn(List<StaffId> order, LocalDate day) {
        List<StaffId> turned = new ArrayList<>(order);
        long steps = Math.floorDiv(ChronoUnit.DAYS.between(from, day), days);
        Collections.rotate(turned, -(int) Math.floorMod(steps, (long) Math.max(1, order.size())));
        return turned;
    }
}
