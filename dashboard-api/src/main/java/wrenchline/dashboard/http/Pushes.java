package wrenchline.dashboard.http;

import java.util.List;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Push;
import wrenchline.core.notice.Receipt;

/** The providers that post receipts and messages to us, and where these go. */
public record Pushes(List<Push> from, Inbox into) {

    /** Nobody does. */
    public static final Pushes NONE = new Pushes(List.of(), new Inbox() {
        @Override
        public void receipt(Receipt receipt) {
            throw new IllegalStateException("taking a receipt: no provider posts any");
        }

        @Override
        public void message(Incoming message) {
            throw new IllegalStateException("taking a message: no provider posts any");
        }
    });

    public Pushes {
        from = List.copyOf(from);
    }
}
