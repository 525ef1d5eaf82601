package wrenchline.core.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.core.complaint.ComplaintEffect.Tell;
import wrenchline.core.complaint.ComplaintState.Answered;
import wrenchline.core.complaint.ComplaintState.Open;
import wrenchline.core.complaint.ComplaintState.Settled;
import wrenchline.core.duty.Rung;
import wrenchline.core.escalation.Step;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;

class ComplaintMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Actor AGENT = new Actor.Operator("agent");
    private static final Complaint COMPLAINT = new Complaint(
            new ComplaintId(5001),
            Category.CONDUCT,
            new TicketId(1001),
            null,
            Channel.LETTER,
            "",
            "13900000001",
            null,
            "nobody said what it costs",
            NOW,
            ComplaintRules.USUAL);
    private static final ComplaintEvent ANSWER = new ComplaintEvent.Answered(AGENT, "cause", "remedy", "");

    private final ComplaintMachine machine = new ComplaintMachine();
    private ComplaintState state = machine.initial(COMPLAINT);
    private List<ComplaintEffect> effects = List.of();

    @Test
    void it_climbs_until_it_is_answered_and_never_beyond_the_top() {
        assertThat(told(NOW)).isEqualTo(Rung.Target.SUPERVISOR);
        assertThat(told(hours(24))).isEqualTo(Rung.Target.MANAGER);
        assertThat(told(hours(72))).isEqualTo(Rung.Target.DIRECTOR);
        assertThat(told(hours(96))).isEqualTo(Rung.Target.DIRECTOR);
        assertThat(state.dueAt()).contains(hours(120));
    }

    @Test
    void an_answer_stops_the_ladder_and_the_customers_word_is_asked_for_until_it_is_there() {
        told(NOW);
        on(ANSWER, hours(1));
        on(new ComplaintEvent.ClockRead(), hours(25));
        assertThat(effects).containsExactly(new ComplaintEffect.AskForWord());
        on(new ComplaintEvent.Settled(AGENT), hours(26));
        assertThat(state).isInstanceOf(Settled.class);
        assertThat(effects).containsExactly(new ComplaintEffect.ResolveTicket(AGENT));
    }

    @Test
    void nobody_settles_what_nobody_answered() {
        assertThat(ignored(new ComplaintEvent.Settled(AGENT))).isEqualTo("nobody has answered it");
    }

    @Test
    void what_may_become_news_is_a_special_case_and_goes_to_the_top_at_once() {
        on(new ComplaintEvent.Flagged(AGENT, Flag.MEDIA, "a paper asked"), NOW);
        assertThat(effects).containsExactly(new Tell(step(2), true));
        assertThat(state.course().kind(COMPLAINT.rules())).isEqualTo(Course.Kind.SPECIAL);
        assertThat(ignored(new ComplaintEvent.Flagged(AGENT, Flag.MEDIA, "again")))
                .isEqualTo("it is flagged so already");
    }

    @Test
    void what_is_urgent_is_told_to_the_next_at_once() {
        on(new ComplaintEvent.Flagged(AGENT, Flag.URGENT, "they wait at the gate"), NOW);
        assertThat(effects).containsExactly(new Tell(step(0), true));
        assertThat(state.dueAt()).contains(hours(24));
    }

    @Test
    void a_customer_may_turn_to_the_top_and_nobody_is_told_twice() {
        told(NOW);
        on(new ComplaintEvent.Raised(AGENT, 9, "wants the head of the company"), hours(1));
        assertThat(effects).containsExactly(new Tell(step(2), true));
        assertThat(ignored(new ComplaintEvent.Raised(AGENT, 1, "and the manager")))
                .isEqualTo("they were told already");
    }

    @Test
    void the_second_objection_makes_it_an_individual_case_one_step_up_and_the_first_begins_the_ladder_anew() {
        told(NOW);
        on(ANSWER, hours(1));
        on(new ComplaintEvent.Objected(AGENT, "not enough"), hours(30));
        assertThat(state).isInstanceOf(Open.class);
        assertThat(state.dueAt()).contains(hours(30).plus(Duration.ofHours(24)));
        on(ANSWER, hours(31));
        on(new ComplaintEvent.Settled(AGENT), hours(32));
        on(new ComplaintEvent.Objected(AGENT, "it happened again"), hours(40));
        assertThat(effects).contains(new Tell(step(1), true));
        assertThat(state.course().kind(COMPLAINT.rules())).isEqualTo(Course.Kind.INDIVIDUAL);
    }

    @Test
    void what_is_settled_stands_until_somebody_objects() {
        on(ANSWER, NOW);
        on(new ComplaintEvent.Settled(AGENT), NOW);
        assertThat(ignored(ANSWER)).isEqualTo("it is settled");
        assertThat(ignored(new ComplaintEvent.ClockRead())).isEqualTo("it is settled");
        on(new ComplaintEvent.Objected(AGENT, "no"), NOW);
        assertThat(state).isInstanceOf(Open.class);
    }

    @Test
    void as_long_as_it_is_not_settled_there_is_a_next_step() {
        for (ComplaintEvent event : List.of(
                new ComplaintEvent.Noted(AGENT, "asked the engineer"),
                new ComplaintEvent.Flagged(AGENT, Flag.LITIGATION, "a lawyer wrote"),
                ANSWER,
                new ComplaintEvent.Objected(AGENT, "no"))) {
            on(event, NOW);
            assertThat(state.dueAt()).as("after %s", event).isPresent();
            assertThat(state).isInstanceOfAny(Open.class, Answered.class);
        }
    }

    private Rung.Target told(Instant now) {
        on(new ComplaintEvent.ClockRead(), now);
        return ((Tell) effects.getFirst()).step().target();
    }

    private void on(ComplaintEvent event, Instant now) {
        var moved = (Transition.Moved<ComplaintState, ComplaintEffect>) machine.on(COMPLAINT, state, event, now);
        state = moved.state();
        effects = moved.effects();
    }

    private String ignored(ComplaintEvent event) {
        return ((Transition.Ignored<ComplaintState, ComplaintEffect>) machine.on(COMPLAINT, state, event, NOW))
                .reason();
    }

    private static Step step(int number) {
        return COMPLAINT.rules().step(number);
    }

    private static Instant hours(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
