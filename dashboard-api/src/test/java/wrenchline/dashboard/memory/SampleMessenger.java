package wrenchline.dashboard.memory;

import java.util.List;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;

/** Takes every notice. */
record SampleMessenger() implements Messenger {

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Submission submit(Notice notice) {
        return new Submission.Accepted(List.of("sample-" + notice.code()));
    }

    @Override
    public Lookup ask(Notice notice, List<String> ids) {
        return new Lookup.Silent("it keeps nothing");
    }
}
