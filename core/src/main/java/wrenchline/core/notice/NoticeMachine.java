package wrenchline.core.notice;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.notice.NoticeState.Accepted;
import wrenchline.core.notice.NoticeState.Delivered;
import wrenchline.core.notice.NoticeState.Expired;
import wrenchline.core.notice.NoticeState.Failed;
import wrenchline.core.notice.NoticeState.Queued;
import wrenchline.core.notice.NoticeState.Submitting;
import wrenchline.core.notice.NoticeState.Unknown;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/**
 * How a notice moves: marked, then sent; while a provider may have it, sent again only when that is doubted for too long; a receipt of a
 * higher rank wins, whenever it comes.
 */
public final class NoticeMachine implements StateMachine<Notice, NoticeState, NoticeEvent, NoticeEffect> {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 6;

    /** A provider that just lost a connection may list the message only a little later. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final String FIRST_PROVIDER = "local";

    @Override
    public NoticeState initial(Notice facts) {
        return new Queued(facts.created(), 0, List.of(), List.of());
    }

    @Override
    public Transition<NoticeState, NoticeEffect> on(Notice facts, NoticeState state, NoticeEvent event, Instant now) {
        return switch (event) {
            case NoticeEvent.Taken(@Nullable String provider) ->
                take(state, Objects.requireNonNullElse(provider, FIRST_PROVIDER), now);
            case NoticeEvent.Held(Instant until, var unused) ->
                state instanceof Queued(var from, int tries, List<String> declinedBy, List<String> doubts)
                        ? to(new Queued(until, tries, declinedBy, doubts))
                        : ignore("not waiting");
            case NoticeEvent.Submitted(String providerId) -> submitted(state, providerId, now);
            case NoticeEvent.Postponed(var unused) -> postpone(state, now);
            case NoticeEvent.Declined(var unused) ->
                state instanceof Submitting submitting
                        ? to(new Queued(
                                now,
                                submitting.tries(),
                                and(submitting.declinedBy(), submitting.provider()),
                                submitting.doubts()))
                        : ignore("not being submitted");
            case NoticeEvent.OutcomeUnknown(String reason) ->
                state instanceof Submitting submitting
                        ? to(unknown(submitting, reason, now))
                        : ignore("not being submitted");
            case NoticeEvent.Asked() -> ask(state, now);
            case NoticeEvent.NeverHad() -> neverHad(state, now);
            case NoticeEvent.Untold() -> untold(state);
            case NoticeEvent.Doubted(var unused) ->
                state instanceof Unknown(var at, var reason, String provider, var asked, List<String> doubts)
                        ? to(new Queued(now, 0, List.of(), and(doubts, provider)))
                        : ignore("not unknown");
            case NoticeEvent.Replied _ -> to(state);
            case NoticeEvent.Lapsed(String reason) -> rise(state, new Expired(now, reason));
            case NoticeEvent.Failed(String reason) -> rise(state, new Failed(now, reason));
            case NoticeEvent.Delivered(String providerId) ->
                rise(state, new Delivered(providerId, now, state.doubts()));
        };
    }

    private static Transition<NoticeState, NoticeEffect> rise(NoticeState state, NoticeState higher) {
        return higher.rank() > state.rank() ? to(higher) : ignore("already as high");
    }

    private static Transition<NoticeState, NoticeEffect> take(NoticeState state, String provider, Instant now) {
        return switch (state) {
            case Queued queued
            when !now.isBefore(queued.from()) ->
                to(
                        new Submitting(now, queued.tries() + 1, provider, queued.declinedBy(), queued.doubts()),
                        new NoticeEffect.Submit(provider));
            case Submitting submitting
            when !now.isBefore(submitting.since().plus(NoticeState.SUBMISSION_PATIENCE)) ->
                to(unknown(submitting, "stopped while it was being submitted", now));
            case Queued _ -> ignore("not due yet");
            case Submitting _ -> ignore("being submitted");
            case Unknown _ -> ignore("not sent twice");
            case Accepted _ -> ignore("already submitted");
            case Expired _, Failed _, Delivered _ -> ignore("already settled");
        };
    }

    private static Unknown unknown(Submitting submitting, String reason, Instant now) {
        return new Unknown(now, reason, submitting.provider(), 0, submitting.doubts());
    }

    private static Transition<NoticeState, NoticeEffect> submitted(NoticeState state, String providerId, Instant now) {
        return switch (state) {
            case Submitting submitting ->
                to(new Accepted(providerId, now, submitting.provider(), 0, submitting.doubts()));
            case Unknown unknown -> to(new Accepted(providerId, now, unknown.provider(), 0, unknown.doubts()));
            case Queued _ -> ignore("not being submitted");
            case Accepted _ -> ignore("already submitted");
            case Expired _, Failed _, Delivered _ -> ignore("already settled");
        };
    }

    private static Transition<NoticeState, NoticeEffect> postpone(NoticeState state, Instant now) {
        if (!(state instanceof Submitting submitting)) {
            return ignore("not being submitted");
        }
        int tries = submitting.tries();
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return to(new Queued(now.plus(pause), tries, submitting.declinedBy(), submitting.doubts()));
    }

    private static Transition<NoticeState, NoticeEffect> ask(NoticeState state, Instant now) {
        if (state.dueAt().filter(due -> !now.isBefore(due)).isEmpty()) {
            return ignore("not due yet");
        }
        return switch (state) {
            case Unknown(Instant at, String reason, String provider, int asked, List<String> doubts) ->
                to(new Unknown(at, reason, provider, asked + 1, doubts), new NoticeEffect.Ask(provider));
            case Accepted(String providerId, Instant at, String provider, int asked, List<String> doubts) ->
                to(new Accepted(providerId, at, provider, asked + 1, doubts), new NoticeEffect.Ask(provider));
            case Queued _, Submitting _, Expired _, Failed _, Delivered _ -> ignore("nothing to ask");
        };
    }

    private static Transition<NoticeState, NoticeEffect> neverHad(NoticeState state, Instant now) {
        if (!(state instanceof Unknown unknown)) {
            return ignore("not unknown");
        }
        return now.isBefore(unknown.at().plus(GRACE))
                ? ignore("it may still turn up")
                : to(new Queued(now, 0, List.of(), unknown.doubts()));
    }

    /** A message of unknown outcome goes on waiting for a receipt. */
    private static Transition<NoticeState, NoticeEffect> untold(NoticeState state) {
        return state
                        instanceof
                        Accepted(String providerId, Instant at, String provider, var unused, List<String> doubts)
                ? to(new Accepted(providerId, at, provider, NoticeState.ASK_WHEN_ACCEPTED.size(), doubts))
                : ignore("asked again later");
    }

    private static List<String> and(List<String> those, String one) {
        return Stream.concat(those.stream(), Stream.of(one)).toList();
    }
}
