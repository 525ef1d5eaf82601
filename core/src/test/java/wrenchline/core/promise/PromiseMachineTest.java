package wrenchline.core.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.promise.PromiseEvent.ClockRead;
import wrenchline.core.promise.PromiseEvent.Fulfilled;
import wrenchline.core.promise.PromiseState.Broken;
import wrenchline.core.promise.PromiseState.Kept;
import wrenchline.core.promise.PromiseState.KeptLate;
import wrenchline.core.promise.PromiseState.Running;
import wrenchline.core.promise.PromiseState.Waived;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;

class PromiseMachineTest {

    private static final Instant MADE = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant DEADLINE = MADE.plus(Duration.ofMinutes(30));
    private static final Instant EARLY = DEADLINE.minusNanos(1);
    private static final Instant LATE = DEADLINE.plusNanos(1);
    private static final Running RUNNING = new Running(DEADLINE);
    private static final Broken BROKEN = new Broken(DEADLINE);

    private final PromiseMachine machine = new PromiseMachine();

    static Stream<Arguments> moves() {
        PromiseEvent waived = new PromiseEvent.Waived("solved by telephone");
        return Stream.of(
                Arguments.of(RUNNING, new Fulfilled(Grade.A, EARLY), EARLY, new Kept(EARLY, Grade.A)),
                Arguments.of(RUNNING, new Fulfilled(Grade.B, DEADLINE), LATE, new Kept(DEADLINE, Grade.B)),
                Arguments.of(RUNNING, new Fulfilled(Grade.C, LATE), LATE, new KeptLate(DEADLINE, LATE, Grade.C)),
                Arguments.of(RUNNING, new ClockRead(), DEADLINE, BROKEN),
                Arguments.of(RUNNING, new ClockRead(), LATE, BROKEN),
                Arguments.of(RUNNING, waived, EARLY, new Waived(EARLY, "solved by telephone")),
                Arguments.of(BROKEN, new Fulfilled(Grade.A, LATE), LATE, new KeptLate(DEADLINE, LATE, Grade.A)),
                Arguments.of(BROKEN, new Fulfilled(Grade.A, EARLY), LATE, new Kept(EARLY, Grade.A)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moves(PromiseState from, PromiseEvent event, Instant now, PromiseState expected) {
        assertThat(machine.on(promise(PromiseKind.CALLBACK), from, event, now))
                .isInstanceOfSatisfying(
                        Transition.Moved.class,
                        moved -> assertThat(moved.state()).isEqualTo(expected));
    }

    static Stream<Arguments> ignored() {
        return Stream.of(
                Arguments.of(RUNNING, new ClockRead()),
                Arguments.of(RUNNING, new Fulfilled(Grade.D, EARLY)),
                Arguments.of(BROKEN, new ClockRead()),
                Arguments.of(BROKEN, new Fulfilled(Grade.D, LATE)),
                Arguments.of(BROKEN, new PromiseEvent.Waived("too late")),
                Arguments.of(new Kept(EARLY, Grade.A), new ClockRead()),
                Arguments.of(new Kept(EARLY, Grade.A), new Fulfilled(Grade.B, EARLY)),
                Arguments.of(new KeptLate(DEADLINE, LATE, Grade.A), new Fulfilled(Grade.B, LATE)),
                Arguments.of(new Waived(EARLY, "x"), new ClockRead()));
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void ignores(PromiseState from, PromiseEvent event) {
        assertThat(machine.on(promise(PromiseKind.CALLBACK), from, event, EARLY))
                .isInstanceOf(Transition.Ignored.class);
    }

    @Test
    void an_operators_word_is_enough_for_a_response_but_not_for_a_callback() {
        assertThat(machine.on(promise(PromiseKind.RESPONSE), RUNNING, new Fulfilled(Grade.D, EARLY), EARLY))
                .isInstanceOf(Transition.Moved.class);
    }

    @Test
    void a_breach_is_reported() {
        assertThat(machine.on(promise(PromiseKind.CALLBACK), RUNNING, new ClockRead(), DEADLINE))
                .isEqualTo(Transition.to(BROKEN, new PromiseEffect.ReportBreach()));
    }

    private static Promise promise(PromiseKind kind) {
        Clause clause = new Clause("sample", kind, Duration.ofMinutes(30), "示例");
        return new Promise(new PromiseId(new UUID(0, 1)), new TicketId(1001), clause, MADE, "test");
    }
}
