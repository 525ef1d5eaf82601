package wrenchline.hotline.callback;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEffect;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackEvent.Failure;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.desk.Transactions;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.transition.Transition;
import wrenchline.hotline.guard.DialGuard;
import wrenchline.hotline.ivr.HungUp;
import wrenchline.hotline.ivr.Line;
import wrenchline.hotline.ivr.Script;
import wrenchline.hotline.ivr.Speech;

/**
 * What is done with a member of staff who was rung and answered: asked for the accepting keys, then connected to the customer.
 * Whoever says nothing, or is a machine that talks, accepts nothing.
 */
public final class StaffScript implements Script {

    /** Not more: as long as a voicemail is talked to, the next step of the ladder waits. */
    private static final int TRIES = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Telling desk;
    private final Proof proof;
    private final DialGuard guard;
    private final Path recordings;
    private final boolean survey;
    private final InstantSource clock;

    public StaffScript(
            Transactions transactions,
            Telling desk,
            DialGuard guard,
            Path recordings,
            boolean survey,
            InstantSource clock) {
        this.desk = desk;
        this.proof = new Proof(transactions, clock);
        this.guard = guard;
        this.recordings = recordings;
        this.survey = survey;
        this.clock = clock;
    }

    @Override
    public void run(Line line) throws HungUp {
        line.aliveFor(Duration.ofSeconds(60));
        AttemptId attempt = Proof.attempt(line.parameter("attempt")).orElseThrow();
        CallbackId id = Proof.callbackId(line.parameter("callback")).orElseThrow();
        Callback callback = proof.callback(id).orElseThrow().facts();
        if (!accepts(line, attempt, callback)) {
            desk.tell(id, new CallbackEvent.NotAccepted(attempt, Failure.NOT_ACCEPTED));
            line.play(List.of("staff-not-accepted"));
            return;
        }
        var told = desk.tell(id, new CallbackEvent.Accepted(attempt, attempt.acceptKeys()));
        if (connecting(told)) {
            connect(line, attempt, callback);
        } else {
            line.play(List.of("staff-too-late"));
        }
    }

    private boolean accepts(Line line, AttemptId attempt, Callback callback) throws HungUp {
        List<String> offer = offer(attempt, callback);
        for (int tried = 0; tried < TRIES; tried++) {
            proof.add(callback.id(), new Evidence.Prompted(line.channel(), "staff-offer", clock.instant()));
            String keys = line.ask(offer, attempt.acceptKeys().length(), PATIENCE);
            boolean accepted = keys.equals(attempt.acceptKeys());
            if (!keys.isEmpty()) {
                String meaning = accepted ? "accepts" : "not the accepting keys";
                proof.add(callback.id(), new Evidence.KeysPressed(line.channel(), keys, meaning, clock.instant()));
            }
            if (accepted) {
                return true;
            }
        }
        return false;
    }

    private static List<String> offer(AttemptId attempt, Callback callback) {
        List<String> prompts = new ArrayList<>(List.of("staff-offer"));
        prompts.addAll(Speech.digits(callback.ticket().toString()));
        String keys = attempt.acceptKeys();
        for (int index = 0; index < keys.length(); index++) {
            prompts.add(index == 0 ? "press" : "then-press");
            prompts.addAll(Speech.digits(keys.substring(index, index + 1)));
        }
        return prompts;
    }

    private void connect(Line line, AttemptId attempt, Callback callback) throws HungUp {
        proof.add(callback.id(), new Evidence.Prompted(line.channel(), "staff-connecting", clock.instant()));
        line.play(List.of("staff-connecting"));
        Line.DialStatus status = guard.judge(callback.number()) == DialGuard.Verdict.PERMITTED
                ? line.connect(
                        callback.number(), callback.ringFor(), callback.language(), talk(recordings, attempt), survey)
                : Line.DialStatus.CHANUNAVAIL;
        if (status == Line.DialStatus.ANSWER) {
            line.play(List.of("staff-thanks"));
        } else {
            desk.tell(callback.id(), new CallbackEvent.CustomerNotReached(attempt, Causes.of(status)));
            line.play(List.of("staff-no-answer"));
        }
    }

    /** Where the talk of {@code attempt} is recorded. */
    static Path talk(Path recordings, AttemptId attempt) {
        return recordings.resolve("callbacks").resolve(attempt + ".wav");
    }

    private static boolean connecting(Transition<CallbackState, CallbackEffect> told) {
        return switch (told) {
            case Transition.Moved<CallbackState, CallbackEffect>(CallbackState state, var unused) ->
                state instanceof CallbackState.Connecting;
            case Transition.Ignored<CallbackState, CallbackEffect> ignored -> false;
        };
    }
}
