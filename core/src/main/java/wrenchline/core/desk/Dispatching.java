package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEffect;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Decides what becomes of a notice that is due: who sends it, or why it waits or is given up. */
record Dispatching(Books books, Providers providers, SendingRules rules, Instant now) {

    private static final NoticeMachine MACHINE = new NoticeMachine();
    private static final Duration WINDOW = Duration.ofHours(1);

    /** Marks {@code due}; what must be done once that is committed. */
    List<NoticeEffect> mark(Tracked<Notice, NoticeState> due) {
        var transition = Move.apply(MACHINE, books.notices(), due, event(due), now);
        return transition instanceof Transition.Moved<NoticeState, NoticeEffect>(var unused, var effects)
                ? effects
                : List.of();
    }

    private NoticeEvent event(Tracked<Notice, NoticeState> due) {
        return switch (due.state()) {
            case NoticeState.Queued queued -> queued(due.facts(), queued);
            case NoticeState.Submitting submitting -> new NoticeEvent.Taken(submitting.provider());
            case NoticeState.Unknown _, NoticeState.Accepted _ -> new NoticeEvent.Asked();
            case NoticeState.Expired _, NoticeState.Failed _, NoticeState.Delivered _ -> new NoticeEvent.Asked();
        };
    }

    private NoticeEvent queued(Notice notice, NoticeState.Queued queued) {
        if (notice.kind() != NoticeKind.ANSWER && books.traffic().stopped(notice.to())) {
            return new NoticeEvent.Failed("its reader asked for no more messages");
        }
        if (now.isAfter(notice.created().plus(notice.kind().life()))) {
            return new NoticeEvent.Lapsed("not sent while it was of use");
        }
        return held(notice).orElseGet(() -> chosen(queued));
    }

    private NoticeEvent chosen(NoticeState.Queued queued) {
        List<String> declinedBy = queued.declinedBy();
        if (providers.left(declinedBy).isEmpty()) {
            return new NoticeEvent.Failed("no provider takes it");
        }
        return providers
                .choose(declinedBy, queued.doubts(), now)
                .map(Messenger::name)
                .<NoticeEvent>map(NoticeEvent.Taken::new)
                .orElseGet(() -> new NoticeEvent.Held(providers.nextChance(declinedBy, now), "no provider works"));
    }

    private Optional<NoticeEvent> held(Notice notice) {
        Optional<Instant> morning = new Urgent(books).is(notice)
                ? Optional.empty()
                : rules.quiet().end(now, books.rosters().current().zone());
        return morning.<NoticeEvent>map(end -> new NoticeEvent.Held(end, "quiet hours"))
                .or(() -> overLimit(notice));
    }

    /** Waits until the oldest of those that fill the hour is an hour old. */
    private Optional<NoticeEvent> overLimit(Notice notice) {
        int most = rules.perNumberHourly();
        List<Instant> sent = books.notices().handedOver(notice.to(), now.minus(WINDOW), most);
        return sent.size() < most
                ? Optional.empty()
                : Optional.of(new NoticeEvent.Held(sent.getLast().plus(WINDOW), "too many to this number"));
    }
}
