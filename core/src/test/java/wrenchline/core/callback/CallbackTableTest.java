package wrenchline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.core.callback.Sample.BEGAN;
import static wrenchline.core.callback.Sample.CALLBACK;
import static wrenchline.core.callback.Sample.FIRST;
import static wrenchline.core.callback.Sample.SECOND;
import static wrenchline.core.callback.Sample.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.callback.CallbackEvent.Failure;
import wrenchline.core.promise.Grade;
import wrenchline.core.transition.Transition;

/** Every event in every state: where it leads, or {@code -} when it is ignored. */
class CallbackTableTest {

    private static final Instant NOW = minute(1);
    private static final AttemptId ATTEMPT = AttemptId.of(CALLBACK.id(), "e1", BEGAN);
    private static final AttemptId OTHER = AttemptId.of(CALLBACK.id(), "e2", BEGAN);

    private static final List<CallbackState> STATES = List.of(
            new CallbackState.Waiting(1, 0, minute(3)),
            new CallbackState.Offering(List.of(new Offer(ATTEMPT, FIRST, minute(2))), 1, 0, minute(3)),
            new CallbackState.Connecting(ATTEMPT, FIRST, minute(2), 1, 0),
            new CallbackState.Talking(ATTEMPT, FIRST, BEGAN, 1, 0),
            new CallbackState.Confirming(ATTEMPT, FIRST, BEGAN, minute(2)),
            new CallbackState.Retrying(FIRST, minute(2), null, 1, 1),
            new CallbackState.OwnPhone(FIRST, minute(5), 1, 0),
            new CallbackState.Claimed(FIRST, BEGAN, minute(5), 1, 0),
            new CallbackState.Done(ATTEMPT, FIRST, BEGAN, Grade.A),
            new CallbackState.Cancelled(BEGAN, "not wanted"));

    private static final Map<String, CallbackEvent> EVENTS = events();

    private static Map<String, CallbackEvent> events() {
        Map<String, CallbackEvent> events = new LinkedHashMap<>();
        events.put("early clock", new CallbackEvent.ClockRead());
        events.put("accepted", new CallbackEvent.Accepted(ATTEMPT, ATTEMPT.acceptKeys()));
        events.put("other accepted", new CallbackEvent.Accepted(OTHER, OTHER.acceptKeys()));
        events.put("not accepted", new CallbackEvent.NotAccepted(ATTEMPT, Failure.NO_ANSWER));
        events.put("engaged", new CallbackEvent.NotAccepted(ATTEMPT, Failure.ENGAGED));
        events.put("by SMS", new CallbackEvent.AcceptedBySms(SECOND));
        events.put("taken over", new CallbackEvent.TakenOver(SECOND));
        events.put("alarm", new CallbackEvent.Alarmed(List.of(FIRST, SECOND)));
        events.put("calls himself", new CallbackEvent.CallsThemself(SECOND));
        events.put("staff says", new CallbackEvent.ToldByStaff(SECOND));
        events.put("customer says", new CallbackEvent.ConfirmedBySms());
        events.put("customer denies", new CallbackEvent.DeniedBySms());
        events.put("not reached", new CallbackEvent.CustomerNotReached(ATTEMPT, Failure.BUSY));
        events.put("bridged", new CallbackEvent.Bridged(ATTEMPT));
        events.put("long talk", new CallbackEvent.BridgeEnded(ATTEMPT, BEGAN, NOW));
        events.put("short talk", new CallbackEvent.BridgeEnded(ATTEMPT, NOW.minus(Duration.ofSeconds(5)), NOW));
        events.put("key", new CallbackEvent.Confirmed(ATTEMPT, "1"));
        events.put("no key", new CallbackEvent.NotConfirmed(ATTEMPT));
        events.put("lost", new CallbackEvent.Lost(ATTEMPT));
        events.put("cancelled", new CallbackEvent.Cancelled("not wanted"));
        return events;
    }

    /** One row an event; the columns are the states in their order above. */
    static Stream<String> table() {
        return """
                early clock    | -          | -          | -          | -          | -          | -          | -          | -          | - | -
                accepted       | -          | Connecting | -          | -          | -          | -          | -          | -          | - | -
                other accepted | -          | -          | -          | -          | -          | -          | -          | -          | - | -
                not accepted   | -          | Waiting    | -          | -          | -          | -          | -          | -          | - | -
                engaged        | -          | Retrying   | -          | -          | -          | -          | -          | -          | - | -
                by SMS         | Offering   | Offering   | -          | -          | -          | Offering   | Offering   | Offering   | - | -
                taken over     | Offering   | Offering   | -          | -          | -          | Offering   | Offering   | Offering   | - | -
                alarm          | Offering   | Offering   | -          | -          | -          | Offering   | Offering   | Offering   | - | -
                calls himself  | OwnPhone   | OwnPhone   | -          | -          | -          | OwnPhone   | OwnPhone   | -          | - | -
                staff says     | Claimed    | Claimed    | -          | -          | -          | Claimed    | Claimed    | -          | - | -
                customer says  | -          | -          | -          | -          | -          | -          | -          | Done       | - | -
                customer denies | -          | -          | -          | -          | -          | -          | -          | Offering   | - | -
                not reached    | -          | -          | Retrying   | -          | -          | -          | -          | -          | - | -
                bridged        | -          | -          | Talking    | -          | -          | -          | -          | -          | - | -
                long talk      | -          | -          | Confirming | Confirming | -          | -          | -          | -          | - | -
                short talk     | -          | -          | Retrying   | Retrying   | -          | -          | -          | -          | - | -
                key            | -          | -          | -          | -          | Done       | -          | -          | -          | - | -
                no key         | -          | -          | -          | -          | Done       | -          | -          | -          | - | -
                lost           | -          | Waiting    | Retrying   | Retrying   | Done       | -          | -          | -          | - | -
                cancelled      | Cancelled  | Cancelled  | Cancelled  | Cancelled  | Cancelled  | Cancelled  | Cancelled  | Cancelled  | - | -
                """.lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void every_event_leads_where_the_table_says(String row) {
        String[] cells = row.strip().split("\\s*\\|\\s*", -1);
        CallbackEvent event = Objects.requireNonNull(EVENTS.get(cells[0]), cells[0]);
        assertThat(cells).hasSize(STATES.size() + 1);
        for (int column = 0; column < STATES.size(); column++) {
            CallbackState state = STATES.get(column);
            assertThat(next(state, event)).as("%s in %s", cells[0], state).isEqualTo(cells[column + 1]);
        }
    }

    @Test
    void the_table_names_every_event_and_every_state() {
        assertThat(table().map(row -> row.strip().split("\\s*\\|\\s*", -1)[0]))
                .containsExactlyElementsOf(EVENTS.keySet());
        assertThat(EVENTS.values().stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(CallbackEvent.class.getPermittedSubclasses());
        assertThat(STATES.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(CallbackState.class.getPermittedSubclasses());
    }

    private static String next(CallbackState state, CallbackEvent event) {
        return switch (new CallbackMachine().on(CALLBACK, state, event, NOW)) {
            case Transition.Moved<CallbackState, CallbackEffect> moved ->
                moved.state().getClass().getSimpleName();
            case Transition.Ignored<CallbackState, CallbackEffect> _ -> "-";
        };
    }
}
