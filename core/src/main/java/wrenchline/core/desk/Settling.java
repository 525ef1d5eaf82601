package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEffect;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.Receipt.Outcome;
import wrenchline.core.notice.Segments;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Joins what providers answer with what they say later, in whichever order that comes. */
record Settling(Books books, Instant now) {

    private static final NoticeMachine MACHINE = new NoticeMachine();

    /** A receipt may be faster than the answer to the submission that it belongs to. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    void tell(NoticeId id, NoticeEvent event) {
        books.notices().find(id).ifPresent(notice -> tell(notice, event));
    }

    private void tell(Tracked<Notice, NoticeState> notice, NoticeEvent event) {
        var transition = Move.apply(MACHINE, books.notices(), notice, event, now);
        if (transition instanceof Transition.Moved<NoticeState, NoticeEffect>(var state, var unused)
                && state.rank() != notice.state().rank()) {
            new Receipts(books, now).enter(notice.facts(), state);
        }
    }

    void accepted(NoticeId id, String provider, List<String> ids) {
        // Locked first: receipts take the same order.
        books.notices().find(id);
        books.traffic().sent(id, provider, ids, now);
        tell(id, new NoticeEvent.Submitted(String.join(",", ids)));
        settle(id);
    }

    void receipt(Receipt receipt) {
        books.traffic().receipt(receipt, now).ifPresent(this::settle);
    }

    /** The provider was asked and has it. */
    void found(Notice notice, String provider, List<String> ids, Outcome outcome) {
        accepted(notice.id(), provider, ids);
        ids.forEach(id -> receipt(new Receipt(provider, List.of(id), notice.to(), outcome)));
    }

    /** The provider was asked and cannot tell: perhaps a receipt that belongs to nobody is this notice's. */
    void untold(Notice notice, String provider) {
        books.notices()
                .find(notice.id())
                .map(tracked -> tracked.state() instanceof NoticeState.Unknown unknown ? unknown.at() : Instant.MAX)
                .filter(since -> since.isBefore(now) && isOnlyOne(notice, provider))
                .map(since -> books.traffic().adopt(notice, provider, since.minus(EARLY), now))
                .filter(adopted -> adopted >= Segments.of(notice.text()))
                .ifPresent(adopted -> settle(notice.id()));
        tell(notice.id(), new NoticeEvent.Untold());
    }

    private boolean isOnlyOne(Notice notice, String provider) {
        return books.notices().to(notice.to(), now.minus(Duration.ofDays(1))).stream()
                        .filter(other -> switch (other.state()) {
                            case NoticeState.Unknown unknown ->
                                unknown.provider().equals(provider);
                            case NoticeState.Submitting submitting ->
                                submitting.provider().equals(provider);
                            case NoticeState.Queued _, NoticeState.Accepted _ -> false;
                            case NoticeState.Expired _, NoticeState.Failed _, NoticeState.Delivered _ -> false;
                        })
                        .count()
                == 1;
    }

    /** One lost segment spoils the message; all of them must have arrived. */
    private void settle(NoticeId id) {
        List<Outcome> outcomes = books.traffic().outcomes(id);
        if (outcomes.contains(Outcome.FAILED)) {
            tell(id, new NoticeEvent.Failed("the provider could not deliver it"));
        } else if (outcomes.contains(Outcome.EXPIRED)) {
            tell(id, new NoticeEvent.Lapsed("the provider gave up delivering it"));
        } else if (!outcomes.isEmpty() && outcomes.stream().allMatch(Outcome.DELIVERED::equals)) {
            String ids = String.join(",", books.traffic().ids(id));
            tell(id, new NoticeEvent.Delivered(ids));
        }
    }
}
