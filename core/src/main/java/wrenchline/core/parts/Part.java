package wrenchline.core.parts;

import java.util.List;
import wrenchline.core.equipment.Names;

/**
 * A spare part (备件).
 *
 * @param number the maker's part number
 * @param models ids of the equipment models it fits
 * @param place where it lies in the warehouse
 * @param stock how many lie there
 */
public record Part(String number, Names names, List<String> models, String unit, String place, int stock) {
    public Part {
        models = List.copyOf(models);
        if (stock < 0) {
            throw new IllegalArgumentException("part " + number + ": fewer than none in stock");
        }
    }
}
