package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.Messenger.Submission;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.QuietHours;
import wrenchline.core.notice.SendingRules;
import wrenchline.testkit.SettableClock;

/** The outbox on a real database: failover, limits, quiet hours, and a process that is killed anywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxStoriesTest {

    private SmsHouse house;
    private SettableClock clock;
    private final TestProvider first = new TestProvider("first");
    private final TestProvider second = new TestProvider("second");

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new SmsHouse(folder);
        clock = house.clock;
    }

    @AfterAll
    void close() {
        house.close();
    }

    @BeforeEach
    void settle() {
        first.takeAgain();
        second.takeAgain();
        clock.advance(Duration.ofDays(1));
        clock.set(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(4)));
        house.sending(first).submitDue();
        first.taken.clear();
        second.taken.clear();
    }

    @Test
    void a_notice_goes_by_the_second_provider_when_the_first_will_not_have_it() {
        first.answer(notice -> new Submission.NotHere("no template"));
        Notice notice = house.dispatch(Severity.MAJOR);
        var sending = house.sending(first, second);
        sending.submitDue();
        assertThat(house.state(notice)).isEqualTo(new NoticeState.Queued(clock.instant(), 1, List.of("first")));
        sending.submitDue();
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Accepted.class);
        assertThat(second.taken).containsExactly(notice);
    }

    @Test
    void a_provider_that_fails_is_left_alone_and_tried_again_later() {
        first.answer(notice -> new Submission.NotNow("away"));
        var sending = house.sending(first, second);
        Notice early = house.dispatch(Severity.MAJOR);
        Notice later = house.dispatch(Severity.MAJOR);
        sending.submitDue();
        clock.advance(Duration.ofSeconds(3));
        sending.submitDue();
        assertThat(second.taken).containsExactlyInAnyOrder(early, later);

        first.takeAgain();
        clock.advance(Duration.ofMinutes(1));
        Notice last = house.dispatch(Severity.MAJOR);
        sending.submitDue();
        assertThat(first.taken).containsExactly(last);
    }

    @Test
    void a_notice_that_no_provider_will_have_has_failed() {
        first.answer(notice -> new Submission.NotHere("no template"));
        Notice notice = house.dispatch(Severity.MAJOR);
        var sending = house.sending(first);
        sending.submitDue();
        sending.submitDue();
        assertThat(house.state(notice)).isEqualTo(new NoticeState.Failed(clock.instant(), "no provider takes it"));
    }

    @Test
    void what_is_not_urgent_waits_for_the_morning() {
        clock.set(clock.instant().plus(Duration.ofHours(11)));
        SendingRules rules = new SendingRules(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), 100, 6);
        Notice minor = house.dispatch(Severity.MINOR);
        Notice major = house.dispatch(Severity.MAJOR);
        var sending = house.sending(rules, Runnable::run, first);
        sending.submitDue();
        assertThat(first.taken).containsExactly(major);
        Instant morning = Instant.parse(clock.instant().toString().substring(0, 10) + "T23:00:00Z");
        assertThat(house.state(minor)).isEqualTo(new NoticeState.Queued(morning, 0, List.of()));
        clock.set(morning);
        sending.submitDue();
        assertThat(first.taken).contains(minor);
    }

    @Test
    void one_number_gets_no_more_than_its_limit_in_an_hour() {
        SendingRules rules = new SendingRules(QuietHours.NEVER, 3, 6);
        List<Notice> notices = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            notices.add(house.dispatch(Severity.MAJOR));
        }
        var sending = house.sending(rules, Runnable::run, first);
        sending.submitDue();
        assertThat(first.taken).hasSize(3);
        clock.advance(Duration.ofHours(1));
        sending.submitDue();
        assertThat(first.taken).containsExactlyInAnyOrderElementsOf(notices);
    }

    @Test
    void what_was_not_sent_while_it_was_of_use_is_not_sent_at_all() {
        first.answer(notice -> new Submission.NotNow("away"));
        Notice notice = house.dispatch(Severity.MAJOR);
        house.sending(first).submitDue();
        clock.advance(Duration.ofHours(13));
        first.takeAgain();
        house.sending(first).submitDue();
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Expired.class);
        assertThat(first.taken).isEmpty();
    }

    /** The process dies after the mark, in the provider's hands, or before the answer is written; each next one goes on. */
    @Test
    void killed_anywhere_nothing_is_lost_and_nothing_is_sent_twice_where_the_provider_can_tell() {
        Random random = new Random(7);
        List<Notice> notices = new ArrayList<>();
        for (int count = 0; count < 30; count++) {
            notices.add(house.dispatch(Severity.MAJOR));
        }
        int killed = 0;
        for (int life = 0; life < 200 && !allAccepted(notices); life++) {
            int steps = random.nextInt(6);
            killed += run(steps, random.nextBoolean());
            clock.advance(Duration.ofSeconds(37));
        }
        first.afterTaking(() -> {});
        assertThat(killed).isGreaterThan(10);
        assertThat(first.taken).containsExactlyInAnyOrderElementsOf(notices);
        assertThat(notices).allMatch(notice -> house.state(notice) instanceof NoticeState.Accepted);
        assertThat(house.database.verification().run().flaws()).isEmpty();
    }

    /** One life of a process that dies at the given step; 1 when it did. */
    private int run(int steps, boolean inTheProvidersHands) {
        int[] left = {steps};
        first.afterTaking(() -> {
            if (inTheProvidersHands && left[0] <= 0) {
                throw new Killed();
            }
        });
        var sending = house.sending(
                new SendingRules(QuietHours.NEVER, 100_000, 6),
                task -> {
                    if (--left[0] < 0) {
                        throw new Killed();
                    }
                    task.run();
                },
                first);
        try {
            sending.submitDue();
            return 0;
        } catch (Killed killed) {
            return 1;
        }
    }

    private boolean allAccepted(List<Notice> notices) {
        return notices.stream().allMatch(notice -> house.state(notice) instanceof NoticeState.Accepted);
    }

    @Test
    void a_notice_that_was_marked_and_never_sent_is_sent_after_the_provider_was_asked() {
        Notice notice = house.dispatch(Severity.MAJOR);
        var dying = house.sending(
                SendingRules.USUAL,
                task -> {
                    throw new Killed();
                },
                first);
        assertThatThrownBy(dying::submitDue).isInstanceOf(Killed.class);
        var sending = house.sending(first);
        for (int passed : List.of(31, 6, 61, 1)) {
            assertThat(first.taken).isEmpty();
            clock.advance(Duration.ofSeconds(passed));
            sending.submitDue();
        }
        sending.submitDue();
        assertThat(first.taken).containsExactly(notice);
    }

    /** A power cut, as far as a test in one process can have one. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
