package wrenchline.dashboard.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, or one page of it.
 *
 * @param next what to give as {@code before} (or {@code from}) to get the next page; null at the end
 */
public record ListOf<T>(List<T> items, @Nullable String next) {
    public ListOf {
        items = List.copyOf(items);
    }

    /** The whole list. */
    public static <T> ListOf<T> all(List<T> items) {
        return new ListOf<>(items, null);
    }
}
