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
import wrenchline.core.notice.SendingRules;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Joins what providers answer with what they say later, in whichever order that comes. */
record Settling(Books books, SendingRules.Doubt doubt, Instant now) {

    private static final NoticeMachine MACHINE = new NoticeMachine();

    /** A receipt may be faster than the answer to the submission that it belongs to. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    private static final Duration LOOKED_BACK = Duration.ofDays(3);

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

    void accepted(Notice notice, String provider, List<String> ids) {
        NoticeId id = notice.id();
        // Locked in this order, as receipts do: one that comes at this moment is seen, or sees this.
        books.traffic().holdNumber(notice.to());
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
        accepted(notice, provider, ids);
        ids.forEach(id -> receipt(new Receipt(provider, List.of(id), notice.to(), outcome)));
    }

    /** The provider was asked and cannot tell: perhaps receipts that belong to nobody are this notice's. */
    void untold(Notice notice, String provider) {
        books.notices().find(notice.id()).ifPresent(tracked -> {
            if (tracked.state() instanceof NoticeState.Unknown unknown && mayAdopt(notice, unknown)) {
                books.traffic().adopt(notice, provider, unknown.at().minus(EARLY), Segments.of(notice.text()));
                tell(
                        tracked,
                        new NoticeEvent.Submitted(
                                String.join(",", books.traffic().ids(notice.id()))));
                settle(notice.id());
            } else {
                tell(tracked, afterSilence(tracked));
            }
        });
    }

    private NoticeEvent afterSilence(Tracked<Notice, NoticeState> notice) {
        if (!(notice.state() instanceof NoticeState.Unknown unknown)) {
            return new NoticeEvent.Untold();
        }
        if (doubt.isDue(unknown, new Urgent(books).is(notice.facts()), now)) {
            return new NoticeEvent.Doubted("nobody can tell whether " + unknown.provider() + " has it");
        }
        return unknown.dueAt().isPresent()
                ? new NoticeEvent.Untold()
                : new NoticeEvent.Lapsed("nobody could tell whether it was sent");
    }

    /** Whether there are receipts of nobody for all that may be lost to that number, so that it does not matter which is whose. */
    private boolean mayAdopt(Notice notice, NoticeState.Unknown unknown) {
        String provider = unknown.provider();
        List<Notice> lost = books.notices().to(notice.to(), now.minus(LOOKED_BACK)).stream()
                .filter(other -> mayStray(other.state(), provider))
                .map(Tracked::facts)
                .toList();
        List<Outcome> strays =
                books.traffic().strays(notice.to(), provider, unknown.at().minus(EARLY));
        boolean isClear = lost.size() == 1 || strays.stream().allMatch(Outcome.DELIVERED::equals);
        return isClear
                && !strays.isEmpty()
                && strays.size()
                        >= lost.stream()
                                .mapToInt(other -> Segments.of(other.text()))
                                .sum();
    }

    private static boolean mayStray(NoticeState state, String provider) {
        boolean isOpen = switch (state) {
            case NoticeState.Unknown unknown -> unknown.provider().equals(provider);
            case NoticeState.Submitting submitting -> submitting.provider().equals(provider);
            case NoticeState.Queued _, NoticeState.Accepted _ -> false;
            case NoticeState.Expired _, NoticeState.Failed _, NoticeState.Delivered _ -> false;
        };
        return isOpen || state.doubts().contains(provider);
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
