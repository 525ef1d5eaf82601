package wrenchline.core.desk;

import java.util.ArrayList;
import java.util.List;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEffect;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Carries the outbox to the provider: marked first, then sent. */
public final class NoticeDesk {

    private static final NoticeMachine MACHINE = new NoticeMachine();
    private static final int BATCH = 50;

    private final Desk desk;
    private final Messenger messenger;

    public NoticeDesk(Desk desk, Messenger messenger) {
        this.desk = desk;
        this.messenger = messenger;
    }

    /** Submits what is due; tells how many were handed over. */
    public int submitDue() {
        List<Notice> marked = desk.transactions().call(this::mark);
        for (Notice notice : marked) {
            tell(notice.id(), event(messenger.submit(notice)));
        }
        return marked.size();
    }

    /** Applies what the provider says of a notice. */
    public void tell(NoticeId id, NoticeEvent event) {
        desk.transactions().run(books -> books.notices().find(id).ifPresent(notice -> tell(books, notice, event)));
    }

    private void tell(Books books, Tracked<Notice, NoticeState> notice, NoticeEvent event) {
        var now = desk.clock().instant();
        var transition = Move.apply(MACHINE, books.notices(), notice, event, now);
        if (transition instanceof Transition.Moved<NoticeState, NoticeEffect>(var state, var unused)) {
            new Receipts(books, now).enter(notice.facts(), state);
        }
    }

    private List<Notice> mark(Books books) {
        var now = desk.clock().instant();
        List<Notice> marked = new ArrayList<>();
        for (var due : books.notices().due(now, BATCH)) {
            var transition = Move.apply(MACHINE, books.notices(), due, new NoticeEvent.Taken(), now);
            if (transition instanceof Transition.Moved<NoticeState, NoticeEffect>(var unused, var effects)
                    && !effects.isEmpty()) {
                marked.add(due.facts());
            }
        }
        return marked;
    }

    private static NoticeEvent event(Messenger.Submission submission) {
        return switch (submission) {
            case Messenger.Submission.Accepted(String providerId) -> new NoticeEvent.Submitted(providerId);
            case Messenger.Submission.NotNow(String reason) -> new NoticeEvent.Postponed(reason);
            case Messenger.Submission.Refused(String reason) -> new NoticeEvent.Failed(reason);
            case Messenger.Submission.Unclear(String reason) -> new NoticeEvent.OutcomeUnknown(reason);
        };
    }
}
