package wrenchline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.duty.StaffId;
import wrenchline.core.evidence.Judgement.Outcome;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.TicketId;

class JudgementTest {

    private static final Instant MADE = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant DEADLINE = MADE.plusSeconds(1800);
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(1, 2));

    private final List<Evidence> journal = new ArrayList<>(List.of(promised(PromiseKind.CALLBACK)));

    @Test
    void a_long_talk_that_the_customer_confirms_keeps_the_promise_with_grade_a_from_the_moment_it_was_long_enough() {
        journal.add(talk("c", 100, 30));
        journal.add(new Evidence.KeysPressed("c", "1", Evidence.KeysPressed.CONFIRMS, MADE.plusSeconds(140)));
        assertThat(judged()).isEqualTo(new Judgement(Outcome.KEPT, MADE.plusSeconds(120), Grade.A));
    }

    @Test
    void a_key_on_another_channel_confirms_nothing() {
        journal.add(talk("c", 100, 30));
        journal.add(new Evidence.KeysPressed("other", "1", Evidence.KeysPressed.CONFIRMS, MADE.plusSeconds(140)));
        assertThat(judged().grade()).isEqualTo(Grade.B);
    }

    @Test
    void a_talk_that_is_too_short_by_a_moment_keeps_nothing() {
        journal.add(new Evidence.Bridged(
                ATTEMPT, "s", "c", new StaffId("e"), MADE, MADE.plusSeconds(20).minusNanos(1)));
        assertThat(judged()).isEqualTo(new Judgement(Outcome.BROKEN, null, null));
    }

    @Test
    void a_talk_long_enough_exactly_at_the_deadline_is_in_time_and_one_later_is_late() {
        journal.add(talk("c", 1780, 20));
        assertThat(judged().outcome()).isEqualTo(Outcome.KEPT);
        journal.set(1, talk("c", 1781, 20));
        assertThat(judged().outcome()).isEqualTo(Outcome.LATE);
    }

    @Test
    void what_staff_said_keeps_the_promise_with_grade_c_from_then_once_the_customer_confirms_it() {
        journal.add(new Evidence.ToldByStaff(new StaffId("e"), MADE.plusSeconds(60)));
        assertThat(judged().outcome()).isEqualTo(Outcome.BROKEN);
        journal.add(new Evidence.ConfirmedBySms("13900000001", MADE.plusSeconds(90)));
        assertThat(judged()).isEqualTo(new Judgement(Outcome.KEPT, MADE.plusSeconds(60), Grade.C));
    }

    @Test
    void what_the_product_concluded_of_a_callback_changes_nothing() {
        journal.add(new Evidence.Concluded(new PromiseState.Kept(MADE, Grade.A), MADE));
        assertThat(judged().outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void without_a_talk_the_promise_is_open_until_the_deadline() {
        assertThat(Judgement.of(journal, DEADLINE.minusNanos(1)).outcome()).isEqualTo(Outcome.OPEN);
        assertThat(Judgement.of(journal, DEADLINE).outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void of_a_visit_the_desk_is_the_witness() {
        journal.set(0, promised(PromiseKind.ON_SITE));
        journal.add(new Evidence.Concluded(new PromiseState.Kept(MADE, Grade.D), MADE));
        assertThat(judged()).isEqualTo(new Judgement(Outcome.KEPT, MADE, Grade.D));
    }

    @Test
    void a_visit_that_nobody_needs_is_no_longer_owed() {
        journal.set(0, promised(PromiseKind.ON_SITE));
        journal.add(new Evidence.Concluded(new PromiseState.Waived(MADE, "solved without a visit"), MADE));
        assertThat(judged().outcome()).isEqualTo(Outcome.WAIVED);
    }

    @Test
    void a_journal_that_does_not_say_what_was_promised_cannot_be_judged() {
        assertThat(Judgement.of(List.of(talk("c", 1, 30)), DEADLINE).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private Judgement judged() {
        return Judgement.of(journal, DEADLINE);
    }

    private static Evidence talk(String customer, long second, long seconds) {
        Instant from = MADE.plusSeconds(second);
        return new Evidence.Bridged(ATTEMPT, "s", customer, new StaffId("e"), from, from.plusSeconds(seconds));
    }

    private static Evidence promised(PromiseKind kind) {
        Clause clause = new Clause("clause", kind, Duration.ofMinutes(30), "30分钟内响应");
        return new Evidence.Promised(new TicketId(1), clause, "policy", MADE, DEADLINE, Duration.ofSeconds(20));
    }
}
