package wrenchline.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.notice.NoticeState.Delivered;
import wrenchline.core.notice.NoticeState.Failed;
import wrenchline.core.notice.NoticeState.Queued;
import wrenchline.core.notice.NoticeState.Submitted;
import wrenchline.core.notice.NoticeState.Submitting;
import wrenchline.core.notice.NoticeState.Unknown;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;

class NoticeMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Notice NOTICE = new Notice(
            new NoticeId(new UUID(0, 1)), NoticeKind.DISPATCH, new TicketId(1001), "13800000001", "4827", "示例", NOW);
    private static final NoticeState SUBMITTING = new Submitting(NOW, 1);
    private static final NoticeEvent TAKEN = new NoticeEvent.Taken();
    private static final NoticeEvent DELIVERED = new NoticeEvent.Delivered("p1");

    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(new Queued(NOW, 0), TAKEN, SUBMITTING),
                Arguments.of(
                        new Submitting(NOW.minusSeconds(30), 1),
                        TAKEN,
                        new Unknown(NOW, "stopped while it was being submitted")),
                Arguments.of(SUBMITTING, new NoticeEvent.Submitted("p1"), new Submitted("p1", NOW)),
                Arguments.of(SUBMITTING, new NoticeEvent.Postponed("busy"), new Queued(NOW.plusSeconds(2), 1)),
                Arguments.of(new Submitting(NOW, 10), new NoticeEvent.Postponed("busy"), new Failed(NOW, "busy")),
                Arguments.of(SUBMITTING, new NoticeEvent.Failed("no such number"), new Failed(NOW, "no such number")),
                Arguments.of(SUBMITTING, new NoticeEvent.OutcomeUnknown("cut"), new Unknown(NOW, "cut")),
                // Receipts come late, early and out of order: the higher rank wins.
                Arguments.of(SUBMITTING, DELIVERED, new Delivered("p1", NOW)),
                Arguments.of(new Unknown(NOW, "cut"), DELIVERED, new Delivered("p1", NOW)),
                Arguments.of(new Failed(NOW, "late"), DELIVERED, new Delivered("p1", NOW)));
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
                Arguments.of(new Queued(NOW.plusSeconds(1), 0), TAKEN),
                Arguments.of(SUBMITTING, TAKEN),
                Arguments.of(new Unknown(NOW, "cut"), TAKEN),
                Arguments.of(new Submitted("p1", NOW), TAKEN),
                Arguments.of(new Delivered("p1", NOW), DELIVERED),
                Arguments.of(new Delivered("p1", NOW), new NoticeEvent.Failed("late")),
                Arguments.of(new Delivered("p1", NOW), new NoticeEvent.Submitted("p1")),
                Arguments.of(new Queued(NOW, 0), new NoticeEvent.Postponed("busy")));
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
                        Arguments.of("到 4827", new Reply.Arrived("4827")),
                        Arguments.of("完 4827", new Reply.Finished("4827", "")),
                        Arguments.of("完 4827 皮带", new Reply.Finished("4827", "皮带")),
                        Arguments.of("误 4827", new Reply.FalseAlarm("4827")),
                        Arguments.of("收到 4827", new Reply.Unreadable()),
                        Arguments.of("", new Reply.Unreadable()),
                        Arguments.of("<script>", new Reply.Unreadable()))
                        .stream());
    }
}
