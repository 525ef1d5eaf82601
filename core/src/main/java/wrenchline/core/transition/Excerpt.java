package wrenchline.core.transition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a long list are wanted, and in which order (分页查询).
 *
 * @param sort the field to sort by; empty for the list's own order
 * @param where the values that fields must have, whatever their case
 * @param after where the last item of the page before stands; null for the beginning
 * @param most how many
 */
public record Excerpt(
        String sort,
        boolean descending,
        Map<String, String> where,
        @Nullable Place after,
        int most) {

    public Excerpt {
        where = Map.copyOf(where);
    }

    /** The first {@code most} in the list's own order. */
    public static Excerpt first(int most) {
        return new Excerpt("", false, Map.of(), null, most);
    }
}
