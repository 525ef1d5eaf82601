package wrenchline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.core.callback.Sample.BEGAN;
import static wrenchline.core.callback.Sample.CALLBACK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Replay;
import wrenchline.core.transition.Transition;

/** What holds on every path through the machine, tried on thousands of random ones. */
class CallbackPropertiesTest {

    private static final int PATHS = 3_000;
    private static final int LENGTH = 60;

    private final CallbackMachine machine = new CallbackMachine();

    @Test
    void a_due_state_always_moves_when_its_clock_is_read_and_is_then_no_longer_due() {
        walk((state, now) -> state.dueAt().filter(due -> !due.isAfter(now)).ifPresent(due -> {
            CallbackState next = state;
            for (int reads = 0; next.dueAt().filter(at -> !at.isAfter(now)).isPresent(); reads++) {
                assertThat(reads).as("%s stays due", state).isLessThan(10);
                var transition = machine.on(CALLBACK, next, new CallbackEvent.ClockRead(), now);
                assertThat(transition).as("%s at %s", next, now).isInstanceOf(Transition.Moved.class);
                next = ((Transition.Moved<CallbackState, CallbackEffect>) transition).state();
            }
        }));
    }

    @Test
    void nobody_is_rung_twice_at_once() {
        walk((state, now) -> {
            if (state instanceof CallbackState.Offering offering) {
                assertThat(offering.offers().stream().map(offer -> offer.staff().id()))
                        .doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void the_same_attempt_is_never_dialled_twice_and_replaying_the_events_gives_the_same_state() {
        Random random = new Random(42);
        for (int path = 0; path < PATHS; path++) {
            Walk walk = new Walk(random);
            Set<AttemptId> dialled = new HashSet<>();
            for (int step = 0; step < LENGTH; step++) {
                for (CallbackEffect effect : walk.step()) {
                    if (effect instanceof CallbackEffect.RingStaff ring) {
                        assertThat(dialled.add(ring.attempt())).as("%s", ring).isTrue();
                    }
                }
            }
            assertThat(Replay.of(machine, CALLBACK, walk.events)).isEqualTo(walk.state);
        }
    }

    private void walk(java.util.function.BiConsumer<CallbackState, Instant> check) {
        Random random = new Random(7);
        for (int path = 0; path < PATHS; path++) {
            Walk walk = new Walk(random);
            for (int step = 0; step < LENGTH; step++) {
                walk.step();
                check.accept(walk.state, walk.now);
            }
        }
    }

    private final class Walk {
        private final Random random;
        private final List<Dated<CallbackEvent>> events = new ArrayList<>();
        private final List<AttemptId> attempts = new ArrayList<>();
        private CallbackState state = machine.initial(CALLBACK);
        private Instant now = BEGAN;

        Walk(Random random) {
            this.random = random;
            attempts.add(AttemptId.of(CALLBACK.id(), "unknown", BEGAN));
        }

        List<CallbackEffect> step() {
            now = now.plus(Duration.ofSeconds(1 + random.nextInt(90)));
            CallbackEvent event = randomEvent();
            if (machine.on(CALLBACK, state, event, now)
                    instanceof Transition.Moved<CallbackState, CallbackEffect>(CallbackState next, var effects)) {
                events.add(new Dated<>(event, now));
                state = next;
                for (CallbackEffect effect : effects) {
                    if (effect instanceof CallbackEffect.RingStaff ring) {
                        attempts.add(ring.attempt());
                    }
                }
                return effects;
            }
            return List.of();
        }

        private CallbackEvent randomEvent() {
            AttemptId attempt = attempts.get(Math.max(0, attempts.size() - 1 - random.nextInt(3)));
            var failures = CallbackEvent.Failure.values();
            var failure = failures[random.nextInt(failures.length)];
            return switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> new CallbackEvent.ClockRead();
                case 4, 5 -> new CallbackEvent.Accepted(attempt, attempt.acceptKeys());
                case 6 -> new CallbackEvent.NotAccepted(attempt, failure);
                case 7 -> new CallbackEvent.CustomerNotReached(attempt, failure);
                case 8 -> new CallbackEvent.Bridged(attempt);
                case 9 -> new CallbackEvent.BridgeEnded(attempt, now.minusSeconds(random.nextInt(40)), now);
                case 10 -> new CallbackEvent.Confirmed(attempt, "1");
                case 11 -> new CallbackEvent.NotConfirmed(attempt);
                case 12 -> new CallbackEvent.Lost(attempt);
                case 13 -> new CallbackEvent.TakenOver(Sample.SUPERVISOR);
                case 14 -> new CallbackEvent.Alarmed(List.of(Sample.FIRST, Sample.SECOND, Sample.SUPERVISOR));
                case 15 -> new CallbackEvent.ToldByStaff(Sample.FIRST);
                case 16 -> new CallbackEvent.ConfirmedBySms();
                case 17 -> new CallbackEvent.CallsThemself(Sample.FIRST);
                case 18 -> new CallbackEvent.DeniedBySms();
                default -> new CallbackEvent.AcceptedBySms(Sample.SECOND);
            };
        }
    }
}
