package wrenchline.hotline.sms;

import java.util.List;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.Receipt;

/**
 * The messenger of a machine without a provider: the notice itself is the message, and whoever reads the console or the page has
 * received it. It says so with a provider's id of its own and claims no delivery.
 */
public record LocalMessenger(String name) implements Messenger {

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Submission submit(Notice notice) {
        return new Submission.Accepted(List.of(id(notice)));
    }

    @Override
    public Lookup ask(Notice notice, List<String> ids) {
        // What was not seen on the console is on the page.
        return ids.isEmpty()
                ? new Lookup.Has(List.of(id(notice)), Receipt.Outcome.PENDING)
                : new Lookup.Silent("there is nobody to ask");
    }

    private static String id(Notice notice) {
        return "local-" + notice.id();
    }
}
