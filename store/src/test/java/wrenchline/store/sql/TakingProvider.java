package wrenchline.store.sql;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;

/**
 * Takes everything and can say nothing of it.
 *
 * @param took how often it took which
 */
record TakingProvider(Map<NoticeId, Integer> took) implements Messenger {

    static final String NAME = "taking";

    TakingProvider() {
        this(new ConcurrentHashMap<>());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Submission submit(Notice notice) {
        took.merge(notice.id(), 1, Integer::sum);
        return new Submission.Accepted(List.of(notice.id().toString()));
    }

    @Override
    public Lookup ask(Notice notice, List<String> ids) {
        return new Lookup.Silent("asks nobody");
    }
}
