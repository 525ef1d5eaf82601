package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Segments;
import wrenchline.core.transition.Tracked;

/**
 * A short message: its facts, and the state it is in.
 *
 * @param segments how many it takes to send it
 */
public record NoticeView(@JsonUnwrapped Notice facts, int segments, NoticeState state) {

    public static NoticeView of(Tracked<Notice, NoticeState> tracked) {
        Notice facts = tracked.facts();
        return new NoticeView(facts.forStaff(), Segments.of(facts.text()), tracked.state());
    }
}
