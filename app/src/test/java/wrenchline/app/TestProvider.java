package wrenchline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.Receipt;

/** A provider that keeps what it takes, and can tell. */
final class TestProvider implements Messenger {

    final List<Notice> taken = new ArrayList<>();
    private final Map<NoticeId, String> ids = new LinkedHashMap<>();
    private final String name;
    private Function<Notice, Submission> answering;
    private Runnable afterTaking = () -> {};

    TestProvider(String name) {
        this.name = name;
        this.answering = this::take;
    }

    Submission take(Notice notice) {
        taken.add(notice);
        String id = name + "-" + taken.size();
        ids.put(notice.id(), id);
        afterTaking.run();
        return new Submission.Accepted(List.of(id));
    }

    void answer(Function<Notice, Submission> how) {
        answering = how;
    }

    void takeAgain() {
        answering = this::take;
    }

    void afterTaking(Runnable work) {
        afterTaking = work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Submission submit(Notice notice) {
        return answering.apply(notice);
    }

    @Override
    public Lookup ask(Notice notice, List<String> known) {
        String id = ids.get(notice.id());
        return id == null ? new Lookup.Never() : new Lookup.Has(List.of(id), Receipt.Outcome.PENDING);
    }
}
