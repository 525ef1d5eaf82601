package wrenchline.dashboard.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that the database chose and ordered.
 *
 * @param next the {@code cursor} of the page after it; null at the end
 */
public record PageOf<T>(List<T> items, @Nullable String next) {
    public PageOf {
        items = List.copyOf(items);
    }
}
