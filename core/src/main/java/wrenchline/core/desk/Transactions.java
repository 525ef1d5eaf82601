package wrenchline.core.desk;

import java.util.function.Consumer;
import java.util.function.Function;

/** Runs a use case in one transaction: all of it is on disk when the call returns, or none of it ever was. */
public interface Transactions {

    /** Runs {@code work}; runs it again when somebody else was faster. */
    <T> T call(Function<Books, T> work);

    /** Runs {@code work}; runs it again when somebody else was faster. */
    default void run(Consumer<Books> work) {
        call(books -> {
            work.accept(books);
            return true;
        });
    }
}
