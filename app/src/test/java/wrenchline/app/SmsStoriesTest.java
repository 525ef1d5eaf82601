package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.Secret;
import wrenchline.config.SmsProvider;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.ticket.TicketState;
import wrenchline.hotline.sms.smpp.SmppMessenger;
import wrenchline.testkit.sms.Reaction;
import wrenchline.testkit.sms.Smsc;
import wrenchline.testkit.sms.Submitted;

/** Short messages there and back: the desk on a real database, and a short message centre by SMPP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmsStoriesTest {

    private static final String ENGINEER = "86" + SmsHouse.ENGINEER;

    private final Smsc centre = Smsc.start();
    private final SmppMessenger smpp = new SmppMessenger(new SmsProvider.Smpp(
            "smsc",
            "127.0.0.1",
            centre.port(),
            false,
            null,
            "sample",
            new Secret("sample"),
            "",
            "",
            "10690000",
            "86",
            10,
            1000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            SmsProvider.Smpp.Joining.UDH,
            SmsProvider.Smpp.Latin.GSM,
            SmsProvider.Smpp.ReceiptIds.AUTO));
    private SmsHouse house;
    private NoticeDesk sending;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new SmsHouse(folder);
        sending = house.sending(smpp);
        smpp.start(house.inbox(sending));
        awaitConnection();
    }

    @AfterAll
    void close() {
        smpp.close();
        centre.close();
        house.close();
    }

    @BeforeEach
    void settle() {
        house.clock.advance(Duration.ofHours(24));
        centre.react(submitted -> Reaction.ACCEPT);
        centre.afterTaking(() -> {});
        awaitConnection();
        while (sending.submitDue() > 0) {
            house.clock.advance(Duration.ofSeconds(1));
        }
        centre.taken().clear();
    }

    @Test
    void receipts_that_come_twice_and_out_of_order_leave_the_highest() throws Exception {
        Notice notice = send();
        for (String state : List.of("ACCEPTD", "EXPIRED", "DELIVRD", "UNDELIV", "DELIVRD", "ENROUTE")) {
            for (Submitted part : centre.taken()) {
                assertThat(answered(centre.receipt(part, state))).isZero();
            }
        }
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Delivered.class);
    }

    @Test
    void a_message_of_several_segments_is_delivered_when_all_of_them_are() throws Exception {
        Notice notice = send();
        List<Submitted> parts = List.copyOf(centre.taken());
        assertThat(parts).hasSizeGreaterThan(1);
        for (Submitted part : parts.subList(1, parts.size())) {
            answered(centre.receipt(part, "DELIVRD"));
        }
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Accepted.class);
        answered(centre.receipt(parts.getFirst(), "DELIVRD"));
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Delivered.class);
    }

    @Test
    void a_receipt_that_is_faster_than_the_answer_is_not_lost() throws Exception {
        AtomicReference<CompletableFuture<Integer>> told = new AtomicReference<>(CompletableFuture.completedFuture(0));
        centre.afterTaking(() -> told.set(centre.receipt(centre.taken().getLast(), "DELIVRD")));
        Notice notice = send();
        for (Submitted part : centre.taken()) {
            answered(centre.receipt(part, "DELIVRD"));
        }
        answered(told.get());
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Delivered.class);
    }

    @Test
    void a_submission_that_was_cut_off_is_never_sent_again_and_its_receipt_settles_it() throws Exception {
        centre.react(
                submitted -> submitted.segment() == submitted.segments() ? Reaction.ACCEPT_AND_CUT : Reaction.ACCEPT);
        Notice notice = send();
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Unknown.class);
        List<Submitted> parts = List.copyOf(centre.taken());
        awaitConnection();
        house.clock.advance(Duration.ofSeconds(6));
        sending.submitDue();
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Unknown.class);

        for (Submitted part : parts) {
            answered(centre.receipt(part, "DELIVRD"));
        }
        house.clock.advance(Duration.ofSeconds(65));
        sending.submitDue();
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Delivered.class);
        house.clock.advance(Duration.ofDays(1));
        sending.submitDue();
        assertThat(centre.taken()).containsExactlyElementsOf(parts);
        assertThat(house.database.verification().run().flaws()).isEmpty();
    }

    @Test
    void an_accepting_reply_takes_the_ticket_and_is_answered_once_however_often_it_comes() throws Exception {
        Notice notice = send();
        centre.taken().clear();
        for (int times = 0; times < 3; times++) {
            answered(centre.say(ENGINEER, "接 " + fullWidth(notice.code())));
        }
        assertThat(house.ticket(notice.ticket())).isInstanceOf(TicketState.Accepted.class);
        sending.submitDue();
        assertThat(centre.taken().stream().map(Submitted::text)).containsExactly("已记录,工单" + notice.ticket() + "。");
    }

    @Test
    void a_bare_reply_counts_with_one_open_offer_only() throws Exception {
        Notice one = send();
        Notice other = send();
        answered(centre.say(ENGINEER, "1"));
        assertThat(house.ticket(one.ticket())).isInstanceOf(TicketState.Assigned.class);
        assertThat(house.ticket(other.ticket())).isInstanceOf(TicketState.Assigned.class);
        answered(centre.say(ENGINEER, "接" + one.code()));
        house.clock.advance(Duration.ofMinutes(6));
        answered(centre.say(ENGINEER, "1"));
        assertThat(house.ticket(other.ticket())).isInstanceOf(TicketState.Accepted.class);
        answered(centre.say(ENGINEER, "到 " + one.code()));
        assertThat(house.ticket(one.ticket())).isInstanceOf(TicketState.OnSite.class);
        answered(centre.say(ENGINEER, "完 " + one.code()));
        assertThat(house.ticket(one.ticket())).isInstanceOf(TicketState.Resolved.class);
    }

    @Test
    void two_automatons_do_not_talk_to_each_other_for_ever() throws Exception {
        String stranger = "13700009999";
        for (int times = 0; times < 30; times++) {
            answered(centre.say(stranger, "您好,我正在开会 " + times));
        }
        assertThat(house.to(stranger)).hasSize(6).allMatch(answer -> answer.kind() == NoticeKind.ANSWER);
        answered(centre.say("10690000123", "本短信由系统自动发送"));
        assertThat(house.to("10690000123")).isEmpty();
    }

    @Test
    void a_wrong_or_expired_code_gets_one_polite_answer() throws Exception {
        Notice notice = send();
        house.clock.advance(Duration.ofDays(8));
        int before = house.to(SmsHouse.ENGINEER).size();
        answered(centre.say(ENGINEER, "接 " + notice.code()));
        answered(centre.say(ENGINEER, "接 " + notice.code()));
        assertThat(house.to(SmsHouse.ENGINEER)).hasSize(before + 1);
        assertThat(house.newest().text()).contains(notice.code(), "7天");
        assertThat(house.ticket(notice.ticket())).isInstanceOf(TicketState.Assigned.class);
    }

    @Test
    void who_says_stop_gets_nothing_but_the_answer_until_start() throws Exception {
        answered(centre.say(ENGINEER, "STOP"));
        Notice notice = house.dispatch(Severity.MAJOR);
        sending.submitDue();
        assertThat(house.state(notice)).isInstanceOf(NoticeState.Failed.class);
        assertThat(centre.taken().stream().map(Submitted::text))
                .singleElement()
                .asString()
                .contains("恢复");
        answered(centre.say(ENGINEER, "恢复"));
        assertThat(house.state(send())).isInstanceOf(NoticeState.Accepted.class);
    }

    private Notice send() {
        Notice notice = house.dispatch(Severity.MAJOR);
        sending.submitDue();
        return notice;
    }

    private void awaitConnection() {
        RunningProduct.waitFor("the connection to the short message centre", smpp::ready);
    }

    private static String fullWidth(String digits) {
        return IntStream.range(0, digits.length())
                .mapToObj(index -> Character.toString(digits.charAt(index) - '0' + '\uff10'))
                .reduce("", String::concat);
    }

    private static int answered(CompletableFuture<Integer> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(20, TimeUnit.SECONDS);
    }
}
