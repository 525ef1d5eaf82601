package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.transition.Tracked;

/** A short message: its facts, and the state it is in. */
public record NoticeView(@JsonUnwrapped Notice facts, NoticeState state) {

    public static NoticeView of(Tracked<Notice, NoticeState> tracked) {
        return new NoticeView(tracked.facts(), tracked.state());
    }
}
