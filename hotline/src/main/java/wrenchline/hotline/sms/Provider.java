package wrenchline.hotline.sms;

import java.util.Optional;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Messenger;

/**
 * A messenger with a life of its own: perhaps connections that come and go, and things that it is told. What is not said otherwise holds
 * for one that keeps no connection.
 */
public interface Provider extends Messenger, AutoCloseable {

    /** Begins; what the provider tells goes to {@code inbox}. */
    default void start(Inbox inbox) {}

    @Override
    default boolean ready() {
        return true;
    }

    /** Why it does not work, if so. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    void close();
}
