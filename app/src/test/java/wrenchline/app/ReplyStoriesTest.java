package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.desk.ReplyDesk;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;

/** What engineers type, by a short message centre, until it moved the ticket and was answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplyStoriesTest {

    private static final Actor OPERATOR = new Actor.Operator("test");

    private final List<TicketId> opened = new ArrayList<>();
    private SmsDesk sms;

    @BeforeAll
    void open(@TempDir Path folder) {
        sms = new SmsDesk(folder.resolve("postgres"));
    }

    @AfterAll
    void close() {
        sms.close();
    }

    @AfterEach
    void nothing_waits_for_an_answer_and_hours_pass() {
        TicketDesk tickets = new TicketDesk(sms.desk());
        for (TicketId ticket : opened) {
            tickets.tell(ticket, new TicketEvent.Resolved(OPERATOR, "the story is over"));
            tickets.tell(ticket, new TicketEvent.Closed(OPERATOR));
        }
        opened.clear();
        sms.clock().advance(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "接 %s",
                "接%s",
                "接 %s",
                "接 %s。",
                "接单%s",
                "接單 %s",
                "1 %s",
                "1 %s",
                "1%s",
                "接:%s",
                "【接 %s】",
                "【接】%s",
                "接!%s",
                "接",
                "1",
                "1",
                "1。",
                "ACCEPT %s",
                "Accept%s",
                "  接\t%s\r\n",
                "接 (%s)",
                "“接 %s”"
            })
    void each_spelling_takes_the_ticket_and_is_confirmed_once(String spelling) throws Exception {
        Notice dispatch = dispatch();
        say(dispatch.to(), spelling.formatted(fullWidthIf(spelling.startsWith("接 "), dispatch.code())));
        assertThat(ticket(dispatch)).isInstanceOf(TicketState.Accepted.class);
        assertThat(answers(dispatch.to()))
                .singleElement()
                .asString()
                .contains(dispatch.ticket().toString());
    }

    @ParameterizedTest
    @CsvSource({"拒 %s 家里有事", "拒绝%s,生病", "拒絕 %s 生病", "2 %s 塞车", "2%s", "2", "refuse %s ill"})
    void each_spelling_refuses_and_the_next_one_is_asked(String spelling) throws Exception {
        Notice dispatch = dispatch();
        say(dispatch.to(), spelling.formatted(dispatch.code()));
        assertThat(dispatches(dispatch.ticket())).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_visit_goes_by_short_messages_from_taking_to_done() throws Exception {
        Notice dispatch = dispatch();
        String code = dispatch.code();
        say(dispatch.to(), "接" + code);
        say(dispatch.to(), "到达 " + code);
        assertThat(ticket(dispatch)).isInstanceOf(TicketState.OnSite.class);
        say(dispatch.to(), "完成" + code + "。");
        assertThat(ticket(dispatch)).isInstanceOf(TicketState.Resolved.class);
        assertThat(answers(dispatch.to())).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"接 0000", "接 48271", "你好", "接收", "?", "😀", "10000"})
    void what_means_nothing_changes_nothing_and_gets_one_answer_however_often_it_comes(String text) throws Exception {
        Notice dispatch = dispatch();
        for (int time = 0; time < 3; time++) {
            say(dispatch.to(), text);
        }
        assertThat(ticket(dispatch)).isInstanceOf(TicketState.Assigned.class);
        assertThat(answers(dispatch.to())).hasSize(1);
    }

    @Test
    void a_code_that_expired_gets_one_polite_answer() throws Exception {
        Notice dispatch = dispatch();
        sms.clock().advance(Duration.ofDays(8));
        say(dispatch.to(), "接 " + dispatch.code());
        assertThat(ticket(dispatch)).isNotInstanceOf(TicketState.Accepted.class);
        assertThat(answers(dispatch.to())).singleElement().asString().contains(dispatch.code());
    }

    @Test
    void a_message_with_two_codes_changes_nothing_and_its_writer_is_asked_for_one_at_a_time() throws Exception {
        Notice dispatch = dispatch();
        Notice other = again(dispatch);
        say(dispatch.to(), "接 " + dispatch.code() + " " + other.code());
        assertThat(ticket(dispatch)).isInstanceOf(TicketState.Assigned.class);
        assertThat(answers(dispatch.to())).singleElement().asString().contains("只写一个编码");
    }

    @Test
    void an_automaton_that_answers_each_answer_is_answered_no_more_than_six_times_an_hour() throws Exception {
        String number = sms.nextNumber();
        for (int time = 0; time < 20; time++) {
            say(number, "I am away until " + time);
        }
        assertThat(answers(number)).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10086", "106575020000", "INFO"})
    void services_are_not_answered(String sender) throws Exception {
        assertThat(sms.first().say(sender, "您的余额不足").get(20, TimeUnit.SECONDS)).isZero();
        assertThat(answers(sender)).isEmpty();
    }

    @Test
    void whoever_says_stop_is_left_alone_until_start() throws Exception {
        Notice dispatch = dispatch();
        say(dispatch.to(), "stop");
        assertThat(isStopped(dispatch.to())).isTrue();
        say(dispatch.to(), "恢復");
        assertThat(isStopped(dispatch.to())).isFalse();
    }

    @Test
    void a_reply_of_three_segments_in_the_wrong_order_with_a_sign_cut_in_two_is_read_whole_and_once() throws Exception {
        Notice dispatch = dispatch();
        String from = "86" + dispatch.to();
        sms.first().saySegment(from, "很久的原因。", 77, 3, 3).get(20, TimeUnit.SECONDS);
        sms.first()
                .saySegment(from, "拒 " + dispatch.code() + " 因为\ud83d", 77, 1, 3)
                .get(20, TimeUnit.SECONDS);
        assertThat(dispatches(dispatch.ticket())).hasSize(1);
        sms.first().saySegment(from, "\ude00一个说来话长、", 77, 2, 3).get(20, TimeUnit.SECONDS);
        sms.first().saySegment(from, "\ude00一个说来话长、", 77, 2, 3).get(20, TimeUnit.SECONDS);
        sms.clock().advance(Duration.ofMinutes(5));
        new ReplyDesk(sms.desk()).receiveTorn();

        assertThat(dispatches(dispatch.ticket())).hasSize(2);
        assertThat(answers(dispatch.to())).hasSize(1);
        Incoming whole = new Incoming("first", dispatch.to(), "拒 " + dispatch.code() + " 因为😀一个说来话长、很久的原因。");
        assertThat(sms.desk()
                        .transactions()
                        .<Boolean>call(books -> books.traffic().came(whole, Instant.EPOCH)))
                .isTrue();
    }

    @Test
    void segments_told_apart_by_parameters_and_texts_in_a_payload_are_read_too() throws Exception {
        Notice first = dispatch();
        sms.first().saySegmentBySar("86" + first.to(), first.code(), 4711, 2, 2).get(20, TimeUnit.SECONDS);
        sms.first().saySegmentBySar("86" + first.to(), "接 ", 4711, 1, 2).get(20, TimeUnit.SECONDS);
        assertThat(ticket(first)).isInstanceOf(TicketState.Accepted.class);
        sms.first()
                .sayPayload("86" + first.to(), "到 " + first.code() + "。" + "路".repeat(300))
                .get(20, TimeUnit.SECONDS);
        assertThat(ticket(first)).isInstanceOf(TicketState.OnSite.class);
    }

    @Test
    void a_reply_whose_end_never_comes_is_read_after_a_minute_as_far_as_it_came() throws Exception {
        Notice dispatch = dispatch();
        sms.first()
                .saySegment("86" + dispatch.to(), "接 " + dispatch.code() + " 我", 78, 1, 2)
                .get(20, TimeUnit.SECONDS);
        ReplyDesk replies = new ReplyDesk(sms.desk());
        replies.receiveTorn();
        assertThat(ticket(dispatch)).isInstanceOf(TicketState.Assigned.class);
        sms.clock().advance(Duration.ofSeconds(61));
        replies.receiveTorn();
        assertThat(ticket(dispatch)).isInstanceOf(TicketState.Accepted.class);
    }

    private static String fullWidthIf(boolean wanted, String digits) {
        return wanted
                ? digits.chars()
                        .map(digit -> digit - '0' + 0xff10)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : digits;
    }

    private void say(String number, String text) throws Exception {
        assertThat(sms.first().say("86" + number, text).get(20, TimeUnit.SECONDS))
                .isZero();
        sms.clock().advance(Duration.ofSeconds(1));
    }

    private Notice dispatch() {
        Instant now = sms.clock().instant();
        new TelemetryDesk(sms.desk())
                .on(new Finding.Raised(
                        new EquipmentId("lift-02"),
                        "OVERHEATING",
                        Severity.MAJOR,
                        "oil_temp",
                        71,
                        65,
                        now.minusSeconds(10),
                        now));
        Notice dispatch = sms
                .desk()
                .transactions()
                .call(books -> books.notices().newest(20))
                .stream()
                .map(tracked -> tracked.facts())
                .filter(notice -> notice.kind() == NoticeKind.DISPATCH)
                .findFirst()
                .orElseThrow();
        opened.add(dispatch.ticket());
        return dispatch;
    }

    /** Another message to the reader of {@code dispatch}, with a code of its own. */
    private Notice again(Notice dispatch) {
        Instant now = sms.clock().instant();
        return sms.desk().transactions().call(books -> {
            Notice other = new Notice(
                    new NoticeId(UUID.randomUUID()),
                    NoticeKind.DISPATCH,
                    dispatch.ticket(),
                    dispatch.to(),
                    books.notices().freeCode(now),
                    "sample",
                    now);
            books.notices().open(other, new NoticeMachine().initial(other), now);
            return other;
        });
    }

    private TicketState ticket(Notice notice) {
        return sms.desk()
                .transactions()
                .call(books -> books.tickets().find(notice.ticket()))
                .orElseThrow()
                .state();
    }

    private List<String> dispatches(TicketId ticket) {
        return sms.desk().transactions().call(books -> books.notices().of(ticket)).stream()
                .map(tracked -> tracked.facts())
                .filter(notice -> notice.kind() == NoticeKind.DISPATCH)
                .map(Notice::to)
                .toList();
    }

    private List<String> answers(String number) {
        Instant since = sms.clock().instant().minus(Duration.ofHours(1));
        return sms.desk().transactions().call(books -> books.notices().to(number, since)).stream()
                .map(tracked -> tracked.facts())
                .filter(notice -> notice.kind() == NoticeKind.ANSWER)
                .map(Notice::text)
                .toList();
    }

    private boolean isStopped(String number) {
        return sms.desk().transactions().call(books -> books.traffic().stopped(number));
    }
}
