package wrenchline.core.transition;

/**
 * Where an item stands in an ordered list (位置): nothing is skipped or repeated by what comes and goes meanwhile.
 *
 * @param value of the field that is sorted by
 * @param id of the item
 */
public record Place(String value, String id) {}
