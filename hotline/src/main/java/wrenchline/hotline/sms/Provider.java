package wrenchline.hotline.sms;

import java.util.Optional;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Messenger;

/** A messenger with a life of its own: connections that come and go, and things that it is told. */
public interface Provider extends Messenger, AutoCloseable {

    /** Begins; what the provider tells goes to {@code inbox}. */
    void start(Inbox inbox);

    /** Why it does not work, if so. */
    Optional<String> trouble();

    @Override
    void close();
}
