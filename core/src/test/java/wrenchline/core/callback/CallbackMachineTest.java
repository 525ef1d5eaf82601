package wrenchline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.core.callback.Sample.BEGAN;
import static wrenchline.core.callback.Sample.CALLBACK;
import static wrenchline.core.callback.Sample.FIRST;
import static wrenchline.core.callback.Sample.SECOND;
import static wrenchline.core.callback.Sample.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.CallbackEvent.Accepted;
import wrenchline.core.callback.CallbackEvent.AcceptedBySms;
import wrenchline.core.callback.CallbackEvent.BridgeEnded;
import wrenchline.core.callback.CallbackEvent.Bridged;
import wrenchline.core.callback.CallbackEvent.Cancelled;
import wrenchline.core.callback.CallbackEvent.ClockRead;
import wrenchline.core.callback.CallbackEvent.Confirmed;
import wrenchline.core.callback.CallbackEvent.CustomerNotReached;
import wrenchline.core.callback.CallbackEvent.Failure;
import wrenchline.core.callback.CallbackEvent.Lost;
import wrenchline.core.callback.CallbackEvent.NotAccepted;
import wrenchline.core.callback.CallbackEvent.NotConfirmed;
import wrenchline.core.promise.Grade;
import wrenchline.core.transition.Transition;

class CallbackMachineTest {

    private final CallbackMachine machine = new CallbackMachine();
    private final List<CallbackEffect> effects = new ArrayList<>();
    private CallbackState state = machine.initial(CALLBACK);

    @Test
    void the_first_engineer_is_rung_and_told_by_sms_at_once() {
        at(BEGAN, new ClockRead());

        assertThat(state).isInstanceOf(CallbackState.Offering.class);
        assertThat(effects)
                .containsExactly(
                        new CallbackEffect.SmsStaff(FIRST), new CallbackEffect.RingStaff(onlyAttempt(), FIRST));
    }

    @Test
    void a_talk_that_the_customer_confirms_is_grade_a_from_the_moment_it_was_long_enough() {
        accepted();
        at(minute(1), new Bridged(attempt()));
        at(minute(3), new BridgeEnded(attempt(), minute(1), minute(3)));
        at(minute(3), new Confirmed(attempt(), "1"));

        Instant proved = minute(1).plusSeconds(20);
        assertThat(state).isEqualTo(new CallbackState.Done(attempt(), FIRST, proved, Grade.A));
        assertThat(effects).contains(new CallbackEffect.Fulfil(Grade.A, proved, FIRST));
    }

    @Test
    void a_customer_who_hangs_up_after_the_talk_leaves_grade_b() {
        accepted();
        at(minute(1), new Bridged(attempt()));
        at(minute(3), new BridgeEnded(attempt(), minute(1), minute(3)));
        at(minute(3), new NotConfirmed(attempt()));

        assertThat(state)
                .isInstanceOfSatisfying(
                        CallbackState.Done.class,
                        done -> assertThat(done.grade()).isEqualTo(Grade.B));
    }

    @Test
    void a_customer_who_never_presses_a_key_leaves_grade_b_when_patience_ends() {
        accepted();
        at(minute(1), new Bridged(attempt()));
        at(minute(3), new BridgeEnded(attempt(), minute(1), minute(3)));
        at(state.dueAt().orElseThrow(), new ClockRead());

        assertThat(state)
                .isInstanceOfSatisfying(
                        CallbackState.Done.class,
                        done -> assertThat(done.grade()).isEqualTo(Grade.B));
    }

    @Test
    void wrong_keys_are_no_acceptance() {
        at(BEGAN, new ClockRead());
        AttemptId attempt = onlyAttempt();

        assertThat(machine.on(CALLBACK, state, new Accepted(attempt, "99"), BEGAN))
                .isEqualTo(Transition.ignore("wrong keys"));
    }

    @Test
    void an_unconfirmed_callback_reaches_the_second_engineer_after_three_minutes() {
        at(BEGAN, new ClockRead());
        at(BEGAN.plusSeconds(25), new NotAccepted(onlyAttempt(), Failure.NO_ANSWER));

        assertThat(state.dueAt()).contains(minute(3));
        at(minute(3), new ClockRead());
        assertThat(effects).contains(new CallbackEffect.SmsStaff(SECOND));
    }

    @Test
    void an_offer_of_which_nothing_is_ever_heard_is_given_up() {
        at(BEGAN, new ClockRead());
        AttemptId silent = onlyAttempt();
        at(state.dueAt().orElseThrow(), new ClockRead());

        assertThat(state).isInstanceOf(CallbackState.Waiting.class);
        assertThat(effects).contains(new CallbackEffect.HangUp(silent));
    }

    @Test
    void the_whole_ladder_is_climbed_and_the_customer_is_told_before_the_deadline() {
        climb(minute(40));

        assertThat(effects)
                .filteredOn(effect -> effect instanceof CallbackEffect.RingStaff)
                .hasSize(7);
        assertThat(effects).last().isInstanceOf(CallbackEffect.TellCustomerLate.class);
        assertThat(state.dueAt()).isEmpty();
        assertThat(state.over()).isFalse();
    }

    @Test
    void the_first_of_all_to_accept_gets_it_and_the_others_are_released() {
        climb(minute(14));
        at(minute(15), new ClockRead());
        List<Offer> offers = ((CallbackState.Offering) state).offers();
        AttemptId winner = offers.get(1).attempt();
        effects.clear();
        at(minute(15), new Accepted(winner, winner.acceptKeys()));

        assertThat(state).isInstanceOf(CallbackState.Connecting.class);
        assertThat(effects)
                .containsExactlyInAnyOrder(
                        new CallbackEffect.HangUp(offers.get(0).attempt()),
                        new CallbackEffect.HangUp(offers.get(2).attempt()));
    }

    @Test
    void a_customer_who_is_busy_is_called_again_after_one_three_and_five_minutes() {
        Instant now = BEGAN;
        accepted();
        for (int minutes : new int[] {1, 3, 5}) {
            at(now, new CustomerNotReached(attempt(), Failure.BUSY));
            assertThat(state.dueAt()).contains(now.plus(Duration.ofMinutes(minutes)));
            now = now.plus(Duration.ofMinutes(minutes));
            at(now, new ClockRead());
            at(now, new Accepted(onlyAttempt(), onlyAttempt().acceptKeys()));
        }
        at(now, new CustomerNotReached(attempt(), Failure.BUSY));

        assertThat(state).isInstanceOf(CallbackState.Waiting.class);
        assertThat(effects).filteredOn(new CallbackEffect.SmsWeCalled()::equals).hasSize(4);
    }

    @Test
    void both_hanging_up_early_counts_as_not_reached() {
        accepted();
        at(minute(1), new Bridged(attempt()));
        at(minute(1), new BridgeEnded(attempt(), minute(1), minute(1).plusSeconds(5)));

        assertThat(state).isInstanceOf(CallbackState.Retrying.class);
    }

    @Test
    void a_lost_leg_is_tried_again_and_never_counts_as_a_talk() {
        accepted();
        at(minute(1), new Bridged(attempt()));
        at(minute(2), new Lost(attempt()));

        assertThat(state).isInstanceOf(CallbackState.Retrying.class);
    }

    @Test
    void a_talk_of_which_no_end_is_heard_longer_than_any_can_last_is_tried_again() {
        accepted();
        at(minute(1), new Bridged(attempt()));
        at(state.dueAt().orElseThrow(), new ClockRead());

        assertThat(state).isInstanceOf(CallbackState.Retrying.class);
    }

    @Test
    void an_engineer_who_accepts_by_sms_is_rung_at_once() {
        at(BEGAN, new ClockRead());
        at(BEGAN.plusSeconds(5), new NotAccepted(onlyAttempt(), Failure.BUSY));
        effects.clear();
        at(BEGAN.plusSeconds(60), new AcceptedBySms(FIRST));

        assertThat(effects).containsExactly(new CallbackEffect.RingStaff(onlyAttempt(), FIRST));
    }

    @Test
    void events_of_an_earlier_attempt_change_nothing() {
        at(BEGAN, new ClockRead());
        AttemptId early = onlyAttempt();
        at(BEGAN.plusSeconds(25), new NotAccepted(early, Failure.NO_ANSWER));
        at(minute(3), new ClockRead());

        for (CallbackEvent late : List.of(
                new Accepted(early, early.acceptKeys()),
                new NotAccepted(early, Failure.HUNG_UP),
                new CustomerNotReached(early, Failure.BUSY),
                new Bridged(early),
                new BridgeEnded(early, BEGAN, minute(2)),
                new Confirmed(early, "1"),
                new NotConfirmed(early),
                new Lost(early))) {
            assertThat(machine.on(CALLBACK, state, late, minute(3)))
                    .as("%s", late)
                    .isInstanceOf(Transition.Ignored.class);
        }
    }

    @Test
    void cancelling_releases_whoever_is_being_rung() {
        at(BEGAN, new ClockRead());
        AttemptId rung = onlyAttempt();
        at(minute(1), new Cancelled("the customer called again and was connected"));

        assertThat(state.over()).isTrue();
        assertThat(effects).contains(new CallbackEffect.HangUp(rung));
    }

    @Test
    void accepting_keys_differ_between_attempts() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8).stream()
                        .map(minute -> AttemptId.of(CALLBACK.id(), "e1", minute(minute)))
                        .map(AttemptId::acceptKeys)
                        .distinct())
                .hasSizeGreaterThan(2)
                .allMatch(keys -> keys.matches("1\\d"));
    }

    private void climb(Instant until) {
        while (state.dueAt().filter(due -> !due.isAfter(until)).isPresent()) {
            at(state.dueAt().orElseThrow(), new ClockRead());
        }
    }

    private void accepted() {
        at(BEGAN, new ClockRead());
        at(BEGAN, new Accepted(onlyAttempt(), onlyAttempt().acceptKeys()));
    }

    private AttemptId onlyAttempt() {
        return ((CallbackState.Offering) state).offers().getFirst().attempt();
    }

    private AttemptId attempt() {
        return switch (state) {
            case CallbackState.Connecting connecting -> connecting.attempt();
            case CallbackState.Talking talking -> talking.attempt();
            case CallbackState.Confirming confirming -> confirming.attempt();
            case CallbackState.Done done -> done.attempt();
            case CallbackState.Waiting _,
                    CallbackState.Offering _,
                    CallbackState.Retrying _,
                    CallbackState.OwnPhone _,
                    CallbackState.Claimed _,
                    CallbackState.Cancelled _ -> throw new AssertionError("no attempt in " + state);
        };
    }

    private void at(Instant now, CallbackEvent event) {
        switch (machine.on(CALLBACK, state, event, now)) {
            case Transition.Moved<CallbackState, CallbackEffect> moved -> {
                state = moved.state();
                effects.addAll(moved.effects());
            }
            case Transition.Ignored<CallbackState, CallbackEffect> ignored ->
                throw new AssertionError(event + " ignored in " + state + ": " + ignored.reason());
        }
    }
}
