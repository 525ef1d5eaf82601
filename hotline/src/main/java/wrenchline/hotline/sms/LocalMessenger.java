package wrenchline.hotline.sms;

import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;

/**
 * The messenger of a machine without a provider: the notice itself is the message, and whoever reads the console or the page has
 * received it. It says so with a provider's id of its own and claims no delivery.
 */
public final class LocalMessenger implements Messenger {

    @Override
    public Submission submit(Notice notice) {
        return new Submission.Accepted("local-" + notice.id());
    }
}
