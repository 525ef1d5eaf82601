package wrenchline.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.core.duty.Rung;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;

/** A ticket is never left alone, and nobody must wait for the clock to get help. */
class EscalationMachineTest {

    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
    private static final Step FIRST = new Step(Duration.ofMinutes(5), Rung.Target.FIRST_ENGINEER, List.of(Way.VOICE));
    private static final Step SECOND = new Step(Duration.ofMinutes(10), Rung.Target.SUPERVISOR, List.of(Way.SMS));
    private static final Escalation FACTS = new Escalation(
            new TicketId(1001), NOW, new Rules(List.of(FIRST, SECOND), Duration.ofMinutes(30), Duration.ofHours(4)));

    private final EscalationMachine machine = new EscalationMachine();

    @Test
    void the_clock_takes_no_step_before_its_time() {
        EscalationState climbing = machine.initial(FACTS);
        assertThat(on(climbing, new EscalationEvent.ClockRead(), NOW.plusSeconds(299)))
                .isInstanceOf(Transition.Ignored.class);
        assertThat(effects(on(climbing, new EscalationEvent.ClockRead(), NOW.plusSeconds(300))))
                .containsExactly(new EscalationEffect.Reach(FIRST));
    }

    @Test
    void who_is_in_a_hurry_takes_the_next_step_at_once_and_the_ladder_goes_on_by_the_clock() {
        var hurried = on(machine.initial(FACTS), new EscalationEvent.Hurried(), NOW.plusSeconds(60));
        assertThat(effects(hurried)).containsExactly(new EscalationEffect.Reach(FIRST));
        assertThat(hurried)
                .isEqualTo(new Transition.Moved<>(
                        new EscalationState.Climbing(NOW, 1, NOW.plusSeconds(600)),
                        List.of(new EscalationEffect.Reach(FIRST))));
    }

    @Test
    void where_somebody_has_it_they_and_the_supervisors_are_reminded_at_once() {
        EscalationState followed = new EscalationState.Followed(NOW.plusSeconds(9_000));
        assertThat(effects(on(followed, new EscalationEvent.Hurried(), NOW)))
                .containsExactly(new EscalationEffect.Remind());
        assertThat(on(followed, new EscalationEvent.ClockRead(), NOW)).isInstanceOf(Transition.Ignored.class);
    }

    @Test
    void what_is_over_stays_over() {
        EscalationState ended = new EscalationState.Ended(NOW);
        for (EscalationEvent late :
                List.of(new EscalationEvent.Hurried(), new EscalationEvent.ClockRead(), new EscalationEvent.Moved())) {
            assertThat(on(ended, late, NOW)).isInstanceOf(Transition.Ignored.class);
        }
    }

    private Transition<EscalationState, EscalationEffect> on(
            EscalationState state, EscalationEvent event, Instant now) {
        return machine.on(FACTS, state, event, now);
    }

    private static List<EscalationEffect> effects(Transition<EscalationState, EscalationEffect> transition) {
        return transition instanceof Transition.Moved<EscalationState, EscalationEffect>(var unused, var effects)
                ? effects
                : List.of();
    }
}
