package wrenchline.core.parts;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.Names;

/**
 * A spare part (备件).
 *
 * @param number the maker's part number
 * @param models ids of the equipment models it fits
 * @param place where it lies in the warehouse
 * @param stock how many lie there
 * @param component what it is a part of, as the lines of coverage name it; empty for what no line names
 * @param costCents what one costs us (成本价), in hundredths of the currency; null while nobody entered it
 */
public record Part(
        String number,
        Names names,
        List<String> models,
        String unit,
        String place,
        int stock,
        String component,
        @Nullable Long costCents) {
    public Part {
        models = List.copyOf(models);
        if (stock < 0) {
            throw new IllegalArgumentException("part " + number + ": fewer than none in stock");
        }
        if (costCents != null && costCents < 0) {
            throw new IllegalArgumentException("part " + number + ": costs less than nothing");
        }
    }

    public OptionalLong costIfKnown() {
        return costCents == null ? OptionalLong.empty() : OptionalLong.of(costCents);
    }
}
