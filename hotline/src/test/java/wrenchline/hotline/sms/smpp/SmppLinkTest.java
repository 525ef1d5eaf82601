package wrenchline.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.config.Secret;
import wrenchline.config.SmsProvider;
import wrenchline.config.SmsProvider.Smpp.Joining;
import wrenchline.config.SmsProvider.Smpp.Latin;
import wrenchline.config.SmsProvider.Smpp.ReceiptIds;
import wrenchline.core.notice.Messenger.Submission;
import wrenchline.core.notice.Notice;
import wrenchline.hotline.sms.RecordedInbox;
import wrenchline.hotline.sms.Sample;
import wrenchline.testkit.sms.Reaction;
import wrenchline.testkit.sms.Smsc;
import wrenchline.testkit.sms.Submitted;

/** A centre that hesitates, takes its leave and answers in another order. */
class SmppLinkTest {

    private final Smsc centre = Smsc.start();
    private @Nullable SmppMessenger messenger;

    @AfterEach
    void close() {
        if (messenger != null) {
            messenger.close();
        }
        centre.close();
    }

    static Stream<Arguments> lengths() {
        return Stream.of(
                Arguments.of("a".repeat(160), 0, 1),
                Arguments.of("a".repeat(161), 0, 2),
                Arguments.of("a".repeat(306), 0, 2),
                Arguments.of("a".repeat(307), 0, 3),
                Arguments.of("[".repeat(80), 0, 1),
                Arguments.of("[".repeat(80) + "a", 0, 2),
                // The sign of two places after 152 goes into the next segment whole.
                Arguments.of("a".repeat(152) + "€" + "a".repeat(20), 0, 2),
                Arguments.of("字".repeat(70), 8, 1),
                Arguments.of("字".repeat(71), 8, 2),
                Arguments.of("字".repeat(134), 8, 2),
                Arguments.of("字".repeat(135), 8, 3),
                Arguments.of("😀".repeat(35), 8, 1),
                Arguments.of("😀".repeat(36), 8, 2),
                Arguments.of("a".repeat(69) + "字", 8, 1));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void a_text_takes_as_many_segments_as_the_standard_says(String text, int coding, int segments) {
        SmppMessenger smpp = connect(10, Duration.ofSeconds(30));
        assertThat(smpp.submit(Sample.notice(text))).isInstanceOf(Submission.Accepted.class);
        List<Submitted> taken = centre.taken();
        assertThat(taken).hasSize(segments).allMatch(part -> part.coding() == coding);
        assertThat(taken.stream().map(Submitted::text).collect(Collectors.joining()))
                .isEqualTo(coding == 0 ? text.replace("€", "\u001be").replace("[", "\u001b<") : text);
        int most = coding == 0 ? segments == 1 ? 160 : 153 : segments == 1 ? 70 : 67;
        assertThat(taken).allMatch(part -> part.text().length() <= most);
        assertThat(taken).noneMatch(part -> part.text().endsWith("\u001b"));
    }

    @Test
    void no_more_requests_wait_for_an_answer_than_the_window_allows() {
        SmppMessenger smpp = connect(2, Duration.ofSeconds(30));
        centre.react(submitted -> Reaction.ACCEPT_LATER);
        List<CompletableFuture<Submission>> sent =
                Stream.of("1", "2", "3").map(text -> submit(smpp, text)).toList();
        centre.await(2);
        assertThat(centre.taken()).hasSize(2);
        awaitAnswers(sent);
        assertThat(sent)
                .allSatisfy(each -> assertThat(each.get(20, TimeUnit.SECONDS)).isInstanceOf(Submission.Accepted.class));
    }

    @Test
    void a_segment_for_which_the_centre_has_no_time_is_sent_again_alone() {
        SmppMessenger smpp = connect(10, Duration.ofSeconds(30));
        AtomicBoolean busy = new AtomicBoolean(true);
        centre.react(
                submitted -> submitted.segment() == 2 && busy.getAndSet(false) ? Reaction.THROTTLE : Reaction.ACCEPT);
        assertThat(smpp.submit(Sample.notice("字".repeat(135)))).isInstanceOf(Submission.Accepted.class);
        assertThat(centre.taken()).extracting(Submitted::segment).containsExactly(1, 2, 3);
    }

    @Test
    void a_message_of_which_a_part_was_taken_and_the_rest_refused_is_in_doubt() {
        SmppMessenger smpp = connect(10, Duration.ofSeconds(30));
        centre.react(submitted -> submitted.segment() == 2 ? Reaction.REJECT : Reaction.ACCEPT);
        assertThat(smpp.submit(Sample.notice("字".repeat(71)))).isInstanceOf(Submission.Unclear.class);
    }

    @Test
    void a_window_that_stays_full_sends_messages_elsewhere() throws Exception {
        SmppMessenger smpp = connect(1, Duration.ofSeconds(30));
        centre.react(submitted -> Reaction.ACCEPT_SILENTLY);
        CompletableFuture<Submission> first = submit(smpp, "1");
        centre.await(1);
        CompletableFuture<Submission> second = submit(smpp, "2");
        assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(Submission.Unclear.class);
        // Its turn comes when the first is given up, or it never comes: what it must not do is wait for ever.
        assertThat(second.get(20, TimeUnit.SECONDS)).isNotInstanceOf(Submission.Accepted.class);
    }

    @Test
    void answers_in_another_order_belong_to_their_own_messages() throws Exception {
        SmppMessenger smpp = connect(10, Duration.ofSeconds(30));
        centre.react(submitted -> Reaction.ACCEPT_LATER);
        Map<String, CompletableFuture<Submission>> sent =
                Stream.of("1", "2", "3").collect(Collectors.toMap(text -> text, text -> submit(smpp, text)));
        centre.await(3);
        awaitAnswers(sent.values());
        for (Submitted taken : centre.taken()) {
            Submission answer = Objects.requireNonNull(sent.get(taken.text())).get(20, TimeUnit.SECONDS);
            assertThat(answer).isEqualTo(new Submission.Accepted(List.of(taken.id())));
        }
    }

    @Test
    void an_answer_that_comes_after_it_was_given_up_disturbs_nothing() {
        SmppMessenger smpp = connect(10, Duration.ofSeconds(30));
        centre.react(submitted -> Reaction.ACCEPT_LATER);
        assertThat(smpp.submit(Sample.notice("1"))).isInstanceOf(Submission.Unclear.class);
        centre.release();
        centre.react(submitted -> Reaction.ACCEPT);
        assertThat(smpp.submit(Sample.notice("2"))).isInstanceOf(Submission.Accepted.class);
        assertThat(centre.binds()).isEqualTo(1);
    }

    @Test
    void a_centre_that_takes_its_leave_is_answered_and_connected_again() throws Exception {
        SmppMessenger smpp = connect(10, Duration.ofSeconds(30));
        assertThat(centre.unbind().get(20, TimeUnit.SECONDS)).isZero();
        await("another bind", () -> centre.binds() == 2 && smpp.ready());
        assertThat(smpp.submit(Sample.notice("Lift 2"))).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void a_connection_that_falls_silent_is_given_up_and_made_again() {
        SmppMessenger smpp = connect(10, Duration.ofMillis(100));
        centre.deafen(1);
        awaitAnotherBind(smpp);
    }

    @Test
    void a_centre_that_lets_nobody_in_at_first_is_asked_again() {
        centre.deafen(1);
        SmppMessenger smpp = connect(10, Duration.ofMillis(100));
        assertThat(smpp.submit(Sample.notice("Lift 2"))).isInstanceOf(Submission.Accepted.class);
    }

    static Stream<Arguments> scribblings() {
        return Stream.of(
                Arguments.of(
                        "a PDU of two gigabytes", new byte[] {0x7f, -1, -1, -1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1}),
                Arguments.of("a negative length", new byte[] {-1, -1, -1, -1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1}),
                Arguments.of("less than a header", new byte[] {0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1}),
                Arguments.of("half a header", new byte[] {0, 0, 0, 40, 0}),
                Arguments.of("half a PDU", new byte[] {0, 0, 0, 40, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1, 65}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scribblings")
    void after_what_is_no_SMPP_the_connection_is_made_again(String what, byte[] octets) {
        SmppMessenger smpp = connect(10, Duration.ofMillis(100));
        centre.scribble(octets);
        awaitAnotherBind(smpp);
    }

    private void awaitAnotherBind(SmppMessenger smpp) {
        await("another bind", () -> centre.binds() >= 2 && smpp.ready());
        await("a message that is taken", () -> smpp.submit(Sample.notice("Lift 2")) instanceof Submission.Accepted);
    }

    private void awaitAnswers(Collection<CompletableFuture<Submission>> sent) {
        await("all answers", () -> {
            centre.release();
            return sent.stream().allMatch(CompletableFuture::isDone);
        });
    }

    private static CompletableFuture<Submission> submit(SmppMessenger smpp, String text) {
        Notice notice = Sample.notice(text);
        return CompletableFuture.supplyAsync(
                () -> smpp.submit(notice), task -> Thread.ofVirtual().start(task));
    }

    private SmppMessenger connect(int window, Duration enquire) {
        SmppMessenger smpp = new SmppMessenger(settings(window, enquire));
        messenger = smpp;
        smpp.start(new RecordedInbox());
        await("the connection", smpp::ready);
        return smpp;
    }

    private SmsProvider.Smpp settings(int window, Duration enquire) {
        return new SmsProvider.Smpp(
                "smsc",
                "127.0.0.1",
                centre.port(),
                false,
                null,
                "sample",
                new Secret("pass-1"),
                "",
                "",
                "10690000",
                "86",
                window,
                1000,
                enquire,
                Duration.ofMillis(1500),
                Joining.UDH,
                Latin.GSM,
                ReceiptIds.SAME);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
