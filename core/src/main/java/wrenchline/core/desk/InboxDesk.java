package wrenchline.core.desk;

import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Receipt;

/** Takes receipts and messages from providers. */
public final class InboxDesk implements Inbox {

    private final NoticeDesk notices;
    private final ReplyDesk replies;

    public InboxDesk(NoticeDesk notices, ReplyDesk replies) {
        this.notices = notices;
        this.replies = replies;
    }

    @Override
    public void receipt(Receipt receipt) {
        notices.receipt(receipt);
    }

    @Override
    public void message(Incoming message) {
        replies.receive(message);
    }
}
