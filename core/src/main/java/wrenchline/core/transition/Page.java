package wrenchline.core.transition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list.
 *
 * @param next what the page after it comes after; null at the end
 */
public record Page<T>(List<T> items, @Nullable Place next) {
    public Page {
        items = List.copyOf(items);
    }
}
