package wrenchline.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.notice.NoticeState.Accepted;
import wrenchline.core.notice.NoticeState.Delivered;
import wrenchline.core.notice.NoticeState.Expired;
import wrenchline.core.notice.NoticeState.Failed;
import wrenchline.core.notice.NoticeState.Queued;
import wrenchline.core.notice.NoticeState.Submitting;
import wrenchline.core.notice.NoticeState.Unknown;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;

class NoticeMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Notice NOTICE = new Notice(
            new NoticeId(new UUID(0, 1)), NoticeKind.DISPATCH, new TicketId(1001), "13800000001", "4827", "示例", NOW);
    private static final NoticeState QUEUED = queued(NOW, 0);
    private static final NoticeState SUBMITTING = submitting(1);
    private static final NoticeState UNKNOWN = new Unknown(NOW, "cut", "a", 0, List.of());
    private static final NoticeState ACCEPTED = new Accepted("p1", NOW, "a", 0, List.of());
    private static final NoticeState EXPIRED = new Expired(NOW, "too late");
    private static final NoticeState FAILED = new Failed(NOW, "no");
    private static final NoticeState ARRIVED = new Delivered("p1", NOW, List.of());
    private static final NoticeEvent TAKEN = new NoticeEvent.Taken("a");
    private static final NoticeEvent DELIVERED = new NoticeEvent.Delivered("p1");
    private static final NoticeEvent NEVER_HAD = new NoticeEvent.NeverHad();
    private static final NoticeEvent UNTOLD = new NoticeEvent.Untold();
    private static final NoticeEvent DOUBTED = new NoticeEvent.Doubted("nobody can tell");
    private static final NoticeEvent ASKED = new NoticeEvent.Asked();

    private static NoticeState queued(Instant from, int tries, String... declinedBy) {
        return new Queued(from, tries, List.of(declinedBy), List.of());
    }

    private static NoticeState submitting(int tries, String... declinedBy) {
        return new Submitting(NOW, tries, "a", List.of(declinedBy), List.of());
    }

    static Stream<Arguments> moves() {
        Instant past = NOW.minusSeconds(30);
        Instant longAgo = NOW.minusSeconds(60);
        return Stream.of(
                Arguments.of(QUEUED, TAKEN, SUBMITTING),
                Arguments.of(
                        QUEUED, new NoticeEvent.Taken(null), new Submitting(NOW, 1, "local", List.of(), List.of())),
                Arguments.of(QUEUED, new NoticeEvent.Held(NOW.plusSeconds(9), "night"), queued(NOW.plusSeconds(9), 0)),
                Arguments.of(QUEUED, new NoticeEvent.Lapsed("too late"), EXPIRED),
                Arguments.of(
                        new Submitting(past, 1, "a", List.of(), List.of()),
                        TAKEN,
                        new Unknown(NOW, "stopped while it was being submitted", "a", 0, List.of())),
                Arguments.of(SUBMITTING, new NoticeEvent.Submitted("p1"), ACCEPTED),
                Arguments.of(SUBMITTING, new NoticeEvent.Postponed("busy"), queued(NOW.plusSeconds(2), 1)),
                Arguments.of(submitting(3), new NoticeEvent.Postponed("busy"), queued(NOW.plusSeconds(8), 3)),
                Arguments.of(submitting(10), new NoticeEvent.Postponed("busy"), queued(NOW.plusSeconds(128), 10)),
                Arguments.of(SUBMITTING, new NoticeEvent.Declined("no template"), queued(NOW, 1, "a")),
                Arguments.of(SUBMITTING, new NoticeEvent.Failed("no such number"), new Failed(NOW, "no such number")),
                Arguments.of(SUBMITTING, new NoticeEvent.OutcomeUnknown("cut"), UNKNOWN),
                // Asked before it is sent again, and sent again only when the provider never had it.
                Arguments.of(
                        new Unknown(past, "cut", "a", 0, List.of()),
                        ASKED,
                        new Unknown(past, "cut", "a", 1, List.of())),
                Arguments.of(new Unknown(longAgo, "cut", "a", 2, List.of()), NEVER_HAD, QUEUED),
                Arguments.of(UNKNOWN, new NoticeEvent.Submitted("p1"), ACCEPTED),
                // Doubted for too long, it goes on, and it is known that somebody may have it already.
                Arguments.of(UNKNOWN, DOUBTED, new Queued(NOW, 0, List.of(), List.of("a"))),
                Arguments.of(
                        new Queued(NOW, 0, List.of(), List.of("a")),
                        new NoticeEvent.Taken("b"),
                        new Submitting(NOW, 1, "b", List.of(), List.of("a"))),
                Arguments.of(
                        new Submitting(NOW, 1, "b", List.of(), List.of("a")),
                        new NoticeEvent.Submitted("p2"),
                        new Accepted("p2", NOW, "b", 0, List.of("a"))),
                Arguments.of(
                        new Accepted("p2", NOW, "b", 0, List.of("a")),
                        DELIVERED,
                        new Delivered("p1", NOW, List.of("a"))),
                Arguments.of(
                        UNKNOWN, new NoticeEvent.Lapsed("nobody could tell"), new Expired(NOW, "nobody could tell")),
                Arguments.of(
                        new Accepted("p1", NOW.minusSeconds(600), "a", 0, List.of()),
                        ASKED,
                        new Accepted("p1", NOW.minusSeconds(600), "a", 1, List.of())),
                Arguments.of(ACCEPTED, UNTOLD, new Accepted("p1", NOW, "a", 3, List.of())),
                // Receipts come late, early and out of order: the higher rank wins.
                Arguments.of(QUEUED, DELIVERED, ARRIVED),
                Arguments.of(SUBMITTING, DELIVERED, ARRIVED),
                Arguments.of(UNKNOWN, DELIVERED, ARRIVED),
                Arguments.of(ACCEPTED, new NoticeEvent.Lapsed("too late"), EXPIRED),
                Arguments.of(EXPIRED, new NoticeEvent.Failed("no"), FAILED),
                Arguments.of(EXPIRED, DELIVERED, ARRIVED),
                Arguments.of(FAILED, DELIVERED, ARRIVED));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moves(NoticeState from, NoticeEvent event, NoticeState expected) {
        assertThat(new NoticeMachine().on(NOTICE, from, event, NOW))
                .isInstanceOfSatisfying(
                        Transition.Moved.class,
                        moved -> assertThat(moved.state()).isEqualTo(expected));
    }

    static Stream<Arguments> ignored() {
        return Stream.of(
                Arguments.of(queued(NOW.plusSeconds(1), 0), TAKEN),
                Arguments.of(SUBMITTING, TAKEN),
                Arguments.of(UNKNOWN, TAKEN),
                Arguments.of(ACCEPTED, TAKEN),
                Arguments.of(ARRIVED, DELIVERED),
                Arguments.of(ARRIVED, new NoticeEvent.Failed("late")),
                Arguments.of(ARRIVED, new NoticeEvent.Lapsed("late")),
                Arguments.of(FAILED, new NoticeEvent.Lapsed("late")),
                Arguments.of(ARRIVED, new NoticeEvent.Submitted("p1")),
                Arguments.of(ACCEPTED, new NoticeEvent.Submitted("p2")),
                Arguments.of(ACCEPTED, NEVER_HAD),
                Arguments.of(UNKNOWN, NEVER_HAD),
                Arguments.of(ACCEPTED, DOUBTED),
                Arguments.of(ARRIVED, DOUBTED),
                Arguments.of(UNKNOWN, UNTOLD),
                Arguments.of(UNKNOWN, ASKED),
                Arguments.of(new Unknown(NOW.minusSeconds(90_000), "cut", "a", 5, List.of()), ASKED),
                Arguments.of(QUEUED, ASKED),
                Arguments.of(ACCEPTED, new NoticeEvent.Held(NOW, "night")),
                Arguments.of(QUEUED, new NoticeEvent.Postponed("busy")));
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void ignores(NoticeState from, NoticeEvent event) {
        assertThat(new NoticeMachine().on(NOTICE, from, event, NOW)).isInstanceOf(Transition.Ignored.class);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void reads_replies(String text, Reply expected) {
        assertThat(Reply.parse(text)).isEqualTo(expected);
    }

    static Stream<Arguments> replies() {
        return Stream.concat(
                Stream.of(
                                "接 4827",
                                "接4827",
                                "接 4827!",
                                "接單4827",
                                "接 4827",
                                "接单 4827",
                                "接單4827",
                                "1 4827",
                                "1 4827",
                                "accept 4827",
                                " 接,4827。")
                        .map(text -> Arguments.of(text, new Reply.Accept("4827"))),
                List.of(
                        Arguments.of("1", new Reply.Accept("")),
                        Arguments.of("接", new Reply.Accept("")),
                        Arguments.of("拒 4827 家里有事", new Reply.Refuse("4827", "家里有事")),
                        Arguments.of("拒绝4827 生病", new Reply.Refuse("4827", "生病")),
                        Arguments.of("2", new Reply.Refuse("", "")),
                        Arguments.of("自 4827", new Reply.CallsThemself("4827")),
                        Arguments.of("自己打4827", new Reply.CallsThemself("4827")),
                        Arguments.of("回 4827", new Reply.Called("4827")),
                        Arguments.of("已回电", new Reply.Called("")),
                        Arguments.of("CALLED 4827", new Reply.Called("4827")),
                        Arguments.of("到 4827", new Reply.Arrived("4827")),
                        Arguments.of("完 4827", new Reply.Finished("4827", "")),
                        Arguments.of("完 4827 皮带", new Reply.Finished("4827", "皮带")),
                        Arguments.of("误 4827", new Reply.FalseAlarm("4827")),
                        Arguments.of("拒絕 4827,生病", new Reply.Refuse("4827", "生病")),
                        Arguments.of("到達4827", new Reply.Arrived("4827")),
                        Arguments.of("Done 4827 belt", new Reply.Finished("4827", "belt")),
                        Arguments.of("2 4827 塞车", new Reply.Refuse("4827", "塞车")),
                        Arguments.of("STOP", new Reply.Stop()),
                        Arguments.of("退订", new Reply.Stop()),
                        Arguments.of("START", new Reply.Resume()),
                        Arguments.of("收到 4827", new Reply.Unreadable()),
                        Arguments.of("接 48271", new Reply.Accept("48271")),
                        Arguments.of("拒4827家里有事", new Reply.Refuse("4827", "家里有事")),
                        Arguments.of("完 4827 2号皮带", new Reply.Finished("4827", "2号皮带")),
                        Arguments.of("2。", new Reply.Refuse("", "")),
                        Arguments.of("1号机好了", new Reply.Unreadable()),
                        Arguments.of("【接】4827", new Reply.Accept("4827")),
                        Arguments.of("", new Reply.Unreadable()),
                        Arguments.of("<script>", new Reply.Unreadable()))
                        .stream());
    }
}
