package wrenchline.core.access;

import java.util.function.Supplier;

/** Lets one through at a time, in all instances of the product together (互斥). */
public interface Turnstile {

    /** Does {@code work} while nobody else does work under the same {@code name}; waits for its turn. */
    <T> T alone(String name, Supplier<T> work);
}
