package wrenchline.core.notice;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Duration;
import java.time.Instant;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How a notice moves: marked, then sent; a receipt of a higher rank wins, whenever it comes. */
public final class NoticeMachine implements StateMachine<Notice, NoticeState, NoticeEvent, NoticeEffect> {

    private static final int MOST_TRIES = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    @Override
    public NoticeState initial(Notice facts) {
        return new NoticeState.Queued(facts.created(), 0);
    }

    @Override
    public Transition<NoticeState, NoticeEffect> on(Notice facts, NoticeState state, NoticeEvent event, Instant now) {
        return switch (event) {
            case NoticeEvent.Taken() -> take(state, now);
            case NoticeEvent.Submitted(String providerId) -> submitted(state, providerId, now);
            case NoticeEvent.Postponed(String reason) -> postpone(state, reason, now);
            case NoticeEvent.Failed(String reason) ->
                state.over() ? ignore("already settled") : to(new NoticeState.Failed(now, reason));
            case NoticeEvent.OutcomeUnknown(String reason) ->
                state instanceof NoticeState.Submitting
                        ? to(new NoticeState.Unknown(now, reason))
                        : ignore("not being submitted");
            case NoticeEvent.Replied _ -> to(state);
            case NoticeEvent.Delivered(String providerId) ->
                state instanceof NoticeState.Delivered
                        ? ignore("already delivered")
                        : to(new NoticeState.Delivered(providerId, now));
        };
    }

    private static Transition<NoticeState, NoticeEffect> take(NoticeState state, Instant now) {
        return switch (state) {
            case NoticeState.Queued queued
            when !now.isBefore(queued.from()) ->
                to(new NoticeState.Submitting(now, queued.tries() + 1), new NoticeEffect.Submit());
            case NoticeState.Submitting submitting
            when !now.isBefore(submitting.since().plus(NoticeState.SUBMISSION_PATIENCE)) ->
                to(new NoticeState.Unknown(now, "stopped while it was being submitted"));
            case NoticeState.Queued _ -> ignore("not due yet");
            case NoticeState.Submitting _ -> ignore("being submitted");
            case NoticeState.Submitted _ -> ignore("already submitted");
            case NoticeState.Delivered _ -> ignore("already delivered");
            case NoticeState.Unknown _ -> ignore("not sent twice");
            case NoticeState.Failed _ -> ignore("already failed");
        };
    }

    private static Transition<NoticeState, NoticeEffect> submitted(NoticeState state, String providerId, Instant now) {
        return switch (state) {
            case NoticeState.Submitting submitting -> to(new NoticeState.Submitted(providerId, now));
            case NoticeState.Unknown unknown -> to(new NoticeState.Submitted(providerId, now));
            case NoticeState.Queued _ -> ignore("not being submitted");
            case NoticeState.Submitted _ -> ignore("already submitted");
            case NoticeState.Delivered _ -> ignore("already delivered");
            case NoticeState.Failed _ -> ignore("already failed");
        };
    }

    private static Transition<NoticeState, NoticeEffect> postpone(NoticeState state, String reason, Instant now) {
        if (!(state instanceof NoticeState.Submitting submitting)) {
            return ignore("not being submitted");
        }
        int tries = submitting.tries();
        return tries >= MOST_TRIES
                ? to(new NoticeState.Failed(now, reason))
                : to(new NoticeState.Queued(now.plus(FIRST_PAUSE.multipliedBy(1L << (tries - 1))), tries));
    }
}
