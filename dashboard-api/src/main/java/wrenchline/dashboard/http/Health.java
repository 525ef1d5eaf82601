package wrenchline.dashboard.http;

import java.util.List;

/** How the parts of the product are. Asked from any thread, also while a part hangs: answers must come from memory. */
public interface Health {

    List<Part> parts();

    /**
     * One part.
     *
     * @param name {@code database}, {@code history}, {@code mqtt}, {@code hotline}, …
     * @param essential whether the product is not ready without it; the hotline alone being down leaves it degraded
     * @param reason in plain words why it is not up; empty when it is
     */
    record Part(String name, State state, boolean essential, String reason) {

        public static Part up(String name, boolean essential) {
            return new Part(name, State.UP, essential, "");
        }

        public static Part warning(String name, boolean essential, String reason) {
            return new Part(name, State.WARNING, essential, reason);
        }

        public static Part down(String name, boolean essential, String reason) {
            return new Part(name, State.DOWN, essential, reason);
        }
    }

    /** Whether a part works. */
    enum State {
        UP,
        /** It works, and will not for long unless somebody does something. */
        WARNING,
        STARTING,
        DOWN
    }
}
