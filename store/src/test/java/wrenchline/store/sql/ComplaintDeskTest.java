package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.complaint.Flag;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.ComplaintDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** Complaints by letter and by telephone, until their customers are content. */
class ComplaintDeskTest {

    private static final Actor AGENT = new Actor.Operator("agent");

    private final TestDesk house = new TestDesk();
    private final ComplaintDesk complaints = new ComplaintDesk(house.desk);

    @AfterEach
    void close() {
        assertThat(house.database.verification().run().flaws()).isEmpty();
        house.close();
    }

    @Test
    void a_letter_is_entered_once_with_a_ticket_and_the_supervisor_is_told() {
        ComplaintId id = enter("letter-1");
        assertThat(enter("letter-1")).isEqualTo(id);
        assertThat(house.sweep.complaints()).isEqualTo(1);
        assertThat(house.sweep.complaints()).isZero();
        assertThat(notices(NoticeKind.COMPLAINT))
                .singleElement()
                .extracting(Notice::text)
                .asString()
                .contains(id.toString(), "服务态度或职责", "营销", "待答复");
        assertThat(ticket(id)).isInstanceOf(TicketState.Accepted.class);
    }

    @Test
    void one_that_nobody_answers_goes_up_step_by_step() {
        enter("letter-2");
        house.sweep.complaints();
        int supervisors = notices(NoticeKind.COMPLAINT).size();
        house.clock.advance(Duration.ofHours(24));
        house.sweep.complaints();
        assertThat(notices(NoticeKind.COMPLAINT)).hasSizeGreaterThan(supervisors);
    }

    @Test
    void what_may_go_to_court_is_told_at_once_by_sms_and_telephone() {
        ComplaintId id = enter("letter-3");
        tell(id, new ComplaintEvent.Flagged(AGENT, Flag.LITIGATION, "a lawyer wrote"));
        assertThat(notices(NoticeKind.COMPLAINT_AT_ONCE))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.text()).contains("专案"));
        List<PhoneOrder> orders =
                house.desk.transactions().call(books -> books.phoneOrders().take(100, house.clock.instant()));
        assertThat(orders)
                .hasAtLeastOneElementOfType(PhoneOrder.AskAboutComplaint.class)
                .doesNotHaveAnyElementsOfTypes(PhoneOrder.Alarm.class);
    }

    @Test
    void whoever_is_rung_first_and_takes_it_looks_after_it_and_nobody_else_can_take_it() {
        ComplaintId id = enter("letter-taken");
        assertThat(complaints.take(id, new StaffId("s1"))).isTrue();
        assertThat(complaints.take(id, new StaffId("e1"))).isFalse();
        assertThat(complaints.take(id, new StaffId("s1"))).isTrue();
        assertThat(complaints.take(new ComplaintId(1), new StaffId("s1"))).isFalse();
        assertThat(look(id).state().course().owner()).isEqualTo(new StaffId("s1"));
    }

    @Test
    void its_owner_is_told_and_a_stranger_cannot_be_one() {
        ComplaintId id = enter("letter-4");
        tell(id, new ComplaintEvent.Given(AGENT, new StaffId("s1")));
        assertThat(notices(NoticeKind.COMPLAINT)).hasSize(1);
        assertThat(complaints.tell(id, new ComplaintEvent.Given(AGENT, new StaffId("nobody"))))
                .isEqualTo(new ComplaintDesk.Told.NoSuchStaff("nobody"));
    }

    @Test
    void its_ticket_is_done_when_the_customer_is_content() {
        ComplaintId id = enter("letter-5");
        tell(id, new ComplaintEvent.Answered(AGENT, "no quote", "charge dropped", "quotes in writing"));
        tell(id, new ComplaintEvent.Settled(AGENT));
        assertThat(ticket(id)).isInstanceOf(TicketState.Resolved.class);
    }

    @Test
    void a_complaint_by_telephone_stands_in_the_same_register() {
        var report = new CallDesk.Report(
                new CallId("call-1"), "13900000001", "zh", "", Concern.DEALER_COMPLAINT, house.clock.instant());
        CallDesk calls = new CallDesk(house.desk);
        ComplaintId id = Objects.requireNonNull(calls.report(report).complaint());
        assertThat(calls.report(report).complaint()).isEqualTo(id);
        assertThat(look(id).facts().call()).isEqualTo(new CallId("call-1"));
        assertThat(look(id).facts().category()).isEqualTo(Category.DEALER);
    }

    private ComplaintId enter(String key) {
        return complaints.open(new ComplaintDesk.Wanted(
                key,
                Category.CONDUCT,
                Channel.LETTER,
                new Report("Sample", "13900000001", "", "nobody said what it costs"),
                new Origin.Entered("agent", Origin.Via.PAGE),
                AGENT));
    }

    private void tell(ComplaintId id, ComplaintEvent event) {
        assertThat(complaints.tell(id, event)).isEqualTo(new ComplaintDesk.Told.Done());
    }

    private Tracked<Complaint, ComplaintState> look(ComplaintId id) {
        return house.desk
                .transactions()
                .call(books -> books.complaints().look(id).orElseThrow());
    }

    private TicketState ticket(ComplaintId id) {
        return house.desk
                .transactions()
                .call(books -> books.tickets().look(look(id).facts().ticket()).orElseThrow())
                .state();
    }

    private List<Notice> notices(NoticeKind kind) {
        return house.desk.transactions().call(books -> books.notices().newest(100)).stream()
                .map(Tracked::facts)
                .filter(notice -> notice.kind() == kind)
                .toList();
    }
}
