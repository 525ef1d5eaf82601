package wrenchline.hotline.sms;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Receipt;

/** Keeps what comes in for a test to look at. */
public final class RecordedInbox implements Inbox {

    public final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    public final BlockingQueue<Incoming> messages = new LinkedBlockingQueue<>();
    public volatile boolean broken;

    @Override
    public void receipt(Receipt receipt) {
        keep(receipts, receipt);
    }

    @Override
    public void message(Incoming message) {
        keep(messages, message);
    }

    private <T> void keep(BlockingQueue<T> queue, T thing) {
        if (broken) {
            throw new IllegalStateException("keeping what came in: the database is away");
        }
        queue.add(thing);
    }

    public static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("waited in vain for something to come in");
        }
        return next;
    }
}
