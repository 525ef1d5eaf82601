package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.QuietHours;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.notice.SendingRules.Doubt;
import wrenchline.testkit.sms.Reaction;
import wrenchline.testkit.sms.Submitted;

/** What is in the outbox against what came to short message centres: they lose, delay, repeat and reorder, and we die at each step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class OutboxStoriesTest {

    private static final SendingRules NEVER_TWICE =
            new SendingRules(QuietHours.NEVER, 30, 6, new Doubt(Duration.ofMinutes(1), Duration.ofMinutes(5), 0));
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String SHORT = "举升机油温高";
    private static final String LONG = "举升机油温高,请尽快处理。".repeat(12);

    private SmsDesk sms;

    @BeforeAll
    void open(@TempDir Path folder) {
        sms = new SmsDesk(folder.resolve("postgres"));
    }

    @AfterAll
    void close() {
        sms.close();
    }

    @BeforeEach
    void centres_take_everything() {
        Stream.of(sms.first(), sms.second()).forEach(centre -> {
            centre.react(submitted -> Reaction.ACCEPT);
            centre.idsAs(Integer::toString);
        });
        SmsDesk.await("both centres are connected", sms::isConnected);
    }

    @Test
    void killed_between_mark_and_submission_it_is_sent_after_all() {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, SHORT);
        sms.sending(SendingRules.USUAL, SmsDesk.DYING, 1).submitDue();
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Submitting.class);

        sms.pass(alone(), TWO_MINUTES);

        assertThat(SmsDesk.taken(sms.first(), number)).hasSize(1);
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Accepted.class);
        assertThat(sms.state(id).doubts()).containsExactly("first");
    }

    @Test
    void killed_between_two_segments_the_whole_is_sent_again_under_the_same_reference() {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, LONG);
        sms.first().react(submitted -> submitted.segment() == 1 ? Reaction.ACCEPT : Reaction.ACCEPT_SILENTLY);
        alone().submitDue();
        sms.first().react(submitted -> Reaction.ACCEPT);

        sms.pass(alone(), TWO_MINUTES);

        List<Submitted> taken = SmsDesk.taken(sms.first(), number);
        assertThat(taken).hasSize(2 + taken.getFirst().segments());
        assertThat(taken.stream().map(Submitted::reference).distinct())
                .as("a telephone puts a repeated segment where the first one is")
                .hasSize(1);
        assertThat(sms.state(id).doubts()).containsExactly("first");
    }

    @Test
    void killed_before_the_answer_was_written_down_a_receipt_proves_that_it_was_sent() throws Exception {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, SHORT);
        sms.sendAndDie();
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Submitting.class);
        deliver(SmsDesk.taken(sms.first(), number).getFirst());

        sms.pass(alone(), A_DAY);

        assertThat(SmsDesk.taken(sms.first(), number)).hasSize(1);
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Delivered.class);
        assertThat(sms.state(id).doubts()).isEmpty();
    }

    @Test
    void of_many_to_one_number_whose_answers_were_lost_none_is_sent_again_when_all_arrived() throws Exception {
        String number = sms.nextNumber();
        List<NoticeId> ids = IntStream.range(0, 5)
                .mapToObj(each -> sms.write(number, SHORT + each))
                .toList();
        sms.first().react(submitted -> Reaction.ACCEPT_SILENTLY);
        alone().submitDue();
        for (Submitted each : SmsDesk.taken(sms.first(), number)) {
            deliver(each);
        }

        sms.pass(alone(), A_DAY);

        assertThat(SmsDesk.taken(sms.first(), number)).hasSize(5);
        assertThat(ids).allMatch(id -> sms.state(id) instanceof NoticeState.Delivered);
    }

    @Test
    void of_many_whose_answers_were_lost_and_not_all_arrived_each_arrives_at_least_once() throws Exception {
        String number = sms.nextNumber();
        List<NoticeId> ids = IntStream.range(0, 5)
                .mapToObj(each -> sms.write(number, SHORT + each))
                .toList();
        sms.first().react(submitted -> submitted.text().endsWith("3") ? Reaction.CUT : Reaction.ACCEPT_SILENTLY);
        alone().submitDue();
        sms.first().react(submitted -> Reaction.ACCEPT);
        SmsDesk.await("the first centre is connected again", sms::isConnected);

        sms.pass(alone(), A_DAY);

        assertThat(SmsDesk.taken(sms.first(), number).stream()
                        .map(Submitted::text)
                        .distinct())
                .hasSize(5);
        assertThat(ids).allMatch(id -> sms.state(id) instanceof NoticeState.Accepted);
    }

    @Test
    void what_is_doubted_goes_by_the_other_provider() {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, SHORT);
        sms.first().react(submitted -> Reaction.ACCEPT_SILENTLY);
        NoticeDesk both = sms.sending(SendingRules.USUAL, SmsDesk.LIVING, 2);

        sms.pass(both, TWO_MINUTES);

        assertThat(SmsDesk.taken(sms.first(), number)).hasSize(1);
        assertThat(SmsDesk.taken(sms.second(), number)).hasSize(1);
        assertThat(sms.state(id))
                .isInstanceOfSatisfying(
                        NoticeState.Accepted.class,
                        accepted -> assertThat(accepted.provider()).isEqualTo("second"));
    }

    @Test
    void a_centre_that_never_answers_gets_it_three_times_and_then_it_is_given_up_visibly() {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, SHORT);
        sms.first().react(submitted -> Reaction.ACCEPT_SILENTLY);

        sms.pass(alone(), A_DAY);

        assertThat(SmsDesk.taken(sms.first(), number)).hasSize(3);
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Expired.class);
    }

    @Test
    void with_no_repeats_allowed_nothing_is_ever_sent_twice() {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, SHORT);
        sms.first().react(submitted -> Reaction.ACCEPT_SILENTLY);

        sms.pass(sms.sending(NEVER_TWICE, SmsDesk.LIVING, 2), A_DAY);

        assertThat(SmsDesk.taken(sms.first(), number)).hasSize(1);
        assertThat(SmsDesk.taken(sms.second(), number)).isEmpty();
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Expired.class);
    }

    @Test
    void a_centre_that_has_too_much_to_do_for_an_hour_gets_it_afterwards() {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, SHORT);
        sms.first().react(submitted -> Reaction.THROTTLE);
        NoticeDesk alone = alone();
        sms.pass(alone, Duration.ofHours(1));
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Queued.class);
        sms.first().react(submitted -> Reaction.ACCEPT);

        sms.pass(alone, Duration.ofMinutes(6));

        assertThat(SmsDesk.taken(sms.first(), number)).hasSize(1);
        assertThat(sms.state(id)).isInstanceOf(NoticeState.Accepted.class);
    }

    @Test
    void a_receipt_may_be_faster_than_the_answer_and_write_the_id_otherwise() throws Exception {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, SHORT);
        sms.first().idsAs(each -> Integer.toHexString(each + 4000).toUpperCase(Locale.ROOT));
        sms.first().react(submitted -> Reaction.ACCEPT_LATER);
        Thread sending = Thread.ofVirtual().start(() -> alone().submitDue());
        SmsDesk.await("it was taken", () -> !SmsDesk.taken(sms.first(), number).isEmpty());
        Submitted taken = SmsDesk.taken(sms.first(), number).getFirst();
        String decimal = Integer.toString(Integer.parseInt(taken.id(), 16));
        assertThat(sms.first().receipt(taken, decimal, "DELIVRD").get(20, TimeUnit.SECONDS))
                .isZero();
        sms.first().release();
        sending.join();

        assertThat(sms.state(id)).isInstanceOf(NoticeState.Delivered.class);
    }

    @Test
    void receipts_that_come_in_the_same_moment_as_the_answers_find_their_messages() {
        sms.first().idsAs(each -> Integer.toHexString(each + 4000).toUpperCase(Locale.ROOT));
        String number = sms.nextNumber();
        sms.first().afterTaking(() -> {
            Submitted taken = sms.first().taken().getLast();
            String decimal = Integer.toString(Integer.parseInt(taken.id(), 16));
            Thread.ofVirtual()
                    .start(() -> sms.first().receipt(taken, decimal, "DELIVRD").join());
        });
        List<NoticeId> ids = IntStream.range(0, 25)
                .mapToObj(each -> sms.write(number, SHORT + each))
                .toList();
        alone().submitDue();
        sms.first().afterTaking(() -> {});

        SmsDesk.await(
                "all are delivered", () -> ids.stream().allMatch(id -> sms.state(id) instanceof NoticeState.Delivered));
    }

    @Test
    void receipts_that_come_late_twice_and_in_the_wrong_order_leave_the_highest_state() throws Exception {
        String number = sms.nextNumber();
        NoticeId id = sms.write(number, LONG);
        alone().submitDue();
        sms.clock().advance(Duration.ofHours(3));
        List<Submitted> segments = SmsDesk.taken(sms.first(), number);
        for (Submitted segment : segments.reversed()) {
            deliver(segment);
            deliver(segment);
            assertThat(sms.first().receipt(segment, "ACCEPTD").get(20, TimeUnit.SECONDS))
                    .isZero();
        }
        assertThat(sms.first().receipt(segments.getFirst(), "EXPIRED").get(20, TimeUnit.SECONDS))
                .isZero();

        assertThat(sms.state(id)).isInstanceOf(NoticeState.Delivered.class);
    }

    @Test
    void a_centre_that_counts_from_the_beginning_again_does_not_deliver_what_is_on_its_way() throws Exception {
        String number = sms.nextNumber();
        sms.first().idsAs(each -> "again");
        sms.write(number, SHORT);
        alone().submitDue();
        deliver(SmsDesk.taken(sms.first(), number).getFirst());
        NoticeId next = sms.write(number, SHORT);
        alone().submitDue();

        assertThat(sms.state(next)).isInstanceOf(NoticeState.Accepted.class);
        deliver(SmsDesk.taken(sms.first(), number).getLast());
        assertThat(sms.state(next)).isInstanceOf(NoticeState.Delivered.class);
    }

    private NoticeDesk alone() {
        return sms.sending(SendingRules.USUAL, SmsDesk.LIVING, 1);
    }

    private void deliver(Submitted message) throws Exception {
        assertThat(sms.first().receipt(message, "DELIVRD").get(20, TimeUnit.SECONDS))
                .isZero();
    }
}
