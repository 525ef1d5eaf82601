package wrenchline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.core.callback.Sample.BEGAN;
import static wrenchline.core.callback.Sample.CALLBACK;
import static wrenchline.core.callback.Sample.FIRST;
import static wrenchline.core.callback.Sample.MANAGER;
import static wrenchline.core.callback.Sample.SECOND;
import static wrenchline.core.callback.Sample.SUPERVISOR;
import static wrenchline.core.callback.Sample.minute;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.CallbackEvent.Failure;
import wrenchline.core.promise.Grade;
import wrenchline.core.transition.Transition;

/** What people do beside the telephone, and what follows where several callbacks want the same engineer. */
class CallbackPeopleTest {

    private final CallbackMachine machine = new CallbackMachine();

    @Test
    void an_operator_who_takes_over_releases_whoever_else_is_rung() {
        var offering = offered();
        AttemptId released = offering.offers().getFirst().attempt();

        var moved = moved(offering, new CallbackEvent.TakenOver(SUPERVISOR), BEGAN.plusSeconds(9));

        assertThat(moved.effects()).hasSize(2).first().isEqualTo(new CallbackEffect.HangUp(released));
        assertThat(people(moved.state())).containsExactly(SUPERVISOR.id().value());
    }

    @Test
    void an_alarm_rings_everybody_beside_whoever_is_rung_already() {
        var moved =
                moved(offered(), new CallbackEvent.Alarmed(List.of(FIRST, SECOND, SUPERVISOR)), BEGAN.plusSeconds(9));

        assertThat(people(moved.state())).containsExactly("e1", "e2", "s1");
        assertThat(moved.effects())
                .filteredOn(effect -> effect instanceof CallbackEffect.RingStaff)
                .extracting(effect -> ((CallbackEffect.RingStaff) effect).staff())
                .containsExactly(SECOND, SUPERVISOR);
    }

    @Test
    void an_engineer_on_another_line_is_tried_again_soon() {
        var offering = offered();
        var engaged = engaged(offering, BEGAN.plusSeconds(1));

        assertThat(engaged.dueAt()).contains(BEGAN.plusSeconds(16));
        assertThat(people(moved(engaged, new CallbackEvent.ClockRead(), BEGAN.plusSeconds(16))
                        .state()))
                .containsExactly("e1");
    }

    @Test
    void an_engineer_who_is_still_on_another_line_is_not_offered_it_in_between() {
        CallbackState state = engaged(offered(), BEGAN);
        Instant now = state.dueAt().orElseThrow();
        while (now.isBefore(minute(3))) {
            AttemptId attempt = AttemptId.of(CALLBACK.id(), "e1", now);
            state = moved(state, new CallbackEvent.NotAccepted(attempt, Failure.ENGAGED), now)
                    .state();
            assertThat(state).isInstanceOf(CallbackState.Retrying.class);
            now = state.dueAt().orElseThrow();
        }
        AttemptId last = AttemptId.of(CALLBACK.id(), "e1", now);
        assertThat(people(moved(state, new CallbackEvent.NotAccepted(last, Failure.ENGAGED), now)
                        .state()))
                .containsExactly("e2");
    }

    @Test
    void the_ladder_does_not_wait_for_an_engineer_on_another_line() {
        CallbackState state = offered();
        Instant now = BEGAN;
        while (people(state).contains("e1")) {
            state = engaged((CallbackState.Offering) state, now);
            if (state instanceof CallbackState.Retrying) {
                now = state.dueAt().orElseThrow();
                state = moved(state, new CallbackEvent.ClockRead(), now).state();
            }
        }
        assertThat(now).isEqualTo(minute(3));
        assertThat(people(state)).containsExactly("e2");
    }

    @Test
    void the_customer_is_told_in_time_that_help_is_late_also_while_a_retry_is_waited_for() {
        var connecting =
                new CallbackState.Connecting(offered().offers().getFirst().attempt(), FIRST, minute(26), 4, 2);
        var retrying = moved(
                        connecting,
                        new CallbackEvent.CustomerNotReached(connecting.attempt(), Failure.BUSY),
                        minute(25))
                .state();

        assertThat(retrying.dueAt()).contains(minute(27));
        var told = moved(retrying, new CallbackEvent.ClockRead(), minute(27));
        assertThat(told.effects()).singleElement().isInstanceOf(CallbackEffect.TellCustomerLate.class);
        assertThat(told.state().dueAt()).contains(minute(30));
    }

    @Test
    void an_engineers_word_asks_the_customer_and_stops_no_clock() {
        var told = moved(offered(), new CallbackEvent.ToldByStaff(SECOND), minute(2));

        assertThat(told.effects()).hasSize(2).last().isEqualTo(new CallbackEffect.AskCustomer(SECOND));
        assertThat(told.state().over()).isFalse();
        var on = moved(told.state(), new CallbackEvent.ClockRead(), minute(7)).state();
        assertThat(people(on)).as("who said so is rung").containsExactly("e2");
        assertThat(on.dueAt()).as("and the ladder goes on").contains(minute(3));
    }

    @Test
    void whoever_calls_from_a_telephone_of_their_own_is_left_alone_for_five_minutes_and_then_rung() {
        var own = moved(offered(), new CallbackEvent.CallsThemself(SECOND), minute(2));

        assertThat(own.effects()).singleElement().isInstanceOf(CallbackEffect.HangUp.class);
        assertThat(own.state().dueAt()).contains(minute(7));
        assertThat(machine.on(CALLBACK, own.state(), new CallbackEvent.ClockRead(), minute(6)))
                .isInstanceOf(Transition.Ignored.class);
        var on = moved(own.state(), new CallbackEvent.ClockRead(), minute(7)).state();
        assertThat(people(on)).containsExactly("e2");
        assertThat(on.dueAt()).as("the ladder goes on").contains(minute(3));
    }

    @Test
    void a_customer_who_says_that_nobody_called_is_called_at_once() {
        var told = moved(offered(), new CallbackEvent.ToldByStaff(SECOND), minute(2))
                .state();

        assertThat(people(
                        moved(told, new CallbackEvent.DeniedBySms(), minute(3)).state()))
                .containsExactly("e2");
    }

    @Test
    void a_customer_who_confirms_by_sms_makes_it_grade_c_from_the_moment_of_the_engineers_word() {
        var told = moved(offered(), new CallbackEvent.ToldByStaff(MANAGER), minute(2))
                .state();
        var done = moved(told, new CallbackEvent.ConfirmedBySms(), minute(4));

        assertThat(done.effects()).containsExactly(new CallbackEffect.Fulfil(Grade.C, minute(2), MANAGER));
        assertThat(done.state().over()).isTrue();
    }

    private CallbackState.Offering offered() {
        return (CallbackState.Offering) moved(machine.initial(CALLBACK), new CallbackEvent.ClockRead(), BEGAN)
                .state();
    }

    private CallbackState engaged(CallbackState.Offering offering, Instant now) {
        AttemptId attempt = offering.offers().getFirst().attempt();
        return moved(offering, new CallbackEvent.NotAccepted(attempt, Failure.ENGAGED), now)
                .state();
    }

    private static List<String> people(CallbackState state) {
        return state instanceof CallbackState.Offering offering
                ? offering.offers().stream()
                        .map(offer -> offer.staff().id().value())
                        .toList()
                : List.of();
    }

    private Transition.Moved<CallbackState, CallbackEffect> moved(
            CallbackState state, CallbackEvent event, Instant now) {
        return switch (machine.on(CALLBACK, state, event, now)) {
            case Transition.Moved<CallbackState, CallbackEffect> moved -> moved;
            case Transition.Ignored<CallbackState, CallbackEffect>(String reason) ->
                throw new AssertionError(event + " ignored in " + state + ": " + reason);
        };
    }
}
