package wrenchline.dashboard.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Receipt;

/** Keeps what comes in for a test to look at. */
public final class SampleInbox implements Inbox {

    public final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    public final List<Incoming> messages = new CopyOnWriteArrayList<>();

    @Override
    public void receipt(Receipt receipt) {
        receipts.add(receipt);
    }

    @Override
    public void message(Incoming message) {
        messages.add(message);
    }
}
