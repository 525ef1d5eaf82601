package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.desk.ComplaintDesk;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Severity;
import wrenchline.core.escalation.EscalationState;
import wrenchline.core.escalation.Rules;
import wrenchline.core.escalation.Step;
import wrenchline.core.escalation.Way;
import wrenchline.core.promise.Policy;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketKind;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;
import wrenchline.testkit.phone.PhoneCall;

/** Staff are rung by a real Asterisk about tickets that nobody has taken. */
@Tag("peer")
@Tag("asterisk")
// Each counts the orders that a rung places.
@Execution(ExecutionMode.SAME_THREAD)
class TicketCallTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Rules LADDER = new Rules(
            List.of(
                    new Step(Duration.ZERO, Rung.Target.FIRST_ENGINEER, List.of(Way.VOICE)),
                    new Step(Duration.ofSeconds(1), Rung.Target.SECOND_ENGINEER, List.of(Way.VOICE))),
            Duration.ofMinutes(30),
            Duration.ofHours(4));

    private static House house;
    private static Desk desk;
    private static Sweep sweep;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
        Policy policy = house.desk.policy();
        desk = new Desk(
                house.database.transactions(),
                house.clock,
                new Policy(
                        policy.version(),
                        policy.rules(),
                        policy.callback(),
                        policy.keepRecordings(),
                        LADDER,
                        policy.warranty(),
                        null),
                house.desk.wording(),
                house.desk.models());
        sweep = new Sweep(desk);
    }

    @Test
    void whoever_is_rung_hears_the_ticket_and_takes_it_by_the_keys_and_the_ladder_stops() throws Exception {
        String engineer = House.freshNumber();
        TicketId ticket = report(engineer, House.freshNumber());
        AttemptId attempt = nextRung(ticket);
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(attempt.toString(), "ticket-offer");
        for (char digit : ticket.toString().toCharArray()) {
            house.rows.prompt(attempt.toString(), "digit-" + digit);
        }
        house.rows.prompt(attempt.toString(), "press");
        staff.press(wrong(attempt));
        house.rows.prompt(attempt.toString(), "ticket-offer", 2);
        staff.press(attempt.acceptKeys());
        house.rows.prompt(attempt.toString(), "ticket-taken");
        staff.awaitEnd(PATIENCE);
        assertThat(state(ticket))
                .isInstanceOfSatisfying(
                        TicketState.Accepted.class,
                        accepted -> assertThat(accepted.by()).isEqualTo(staff(engineer)));
        assertThat(escalation(ticket)).isInstanceOf(EscalationState.Followed.class);
    }

    @Test
    void while_the_first_does_not_answer_the_next_is_rung_and_who_comes_too_late_is_told_so() throws Exception {
        String silent = House.freshNumber();
        String second = House.freshNumber();
        TicketId ticket = report(silent, second);
        AttemptId first = nextRung(ticket);
        PhoneCall late = house.phones.rings(silent);
        AttemptId next = nextRung(ticket);
        PhoneCall staff = house.phones.rings(second).answer();
        house.rows.prompt(next.toString(), "press");
        late.answer();
        house.rows.prompt(first.toString(), "press");
        staff.press(next.acceptKeys());
        house.rows.prompt(next.toString(), "ticket-taken");
        late.press(first.acceptKeys());
        house.rows.prompt(first.toString(), "staff-too-late");
        assertThat(state(ticket))
                .isInstanceOfSatisfying(
                        TicketState.Accepted.class,
                        accepted -> assertThat(accepted.by()).isEqualTo(staff(second)));
    }

    @Test
    void an_alarm_is_heard_also_about_a_ticket_that_somebody_has() throws Exception {
        String number = House.freshNumber();
        StaffMember supervisor = new StaffMember(
                new StaffId("engineer-" + number), "Supervisor", StaffMember.Role.SUPERVISOR, number, "en");
        // Without a ladder: nobody is rung for this ticket while another test counts who is.
        TicketId ticket = report(house.desk, House.freshNumber());
        AttemptId attempt = AttemptId.of(ticket, "alarm", house.clock.instant());
        desk.transactions()
                .run(books -> books.phoneOrders()
                        .place(new PhoneOrder.Alarm(ticket, attempt, supervisor), house.clock.instant()));
        PhoneCall staff = house.phones.rings(number).answer();
        house.rows.prompt(attempt.toString(), "desk-alarm");
        house.rows.prompt(attempt.toString(), "press");
        staff.press(attempt.acceptKeys());
        house.rows.prompt(attempt.toString(), "staff-thanks");
        assertThat(state(ticket).waits()).as("an alarm takes no ticket").isTrue();
    }

    @Test
    void whoever_is_rung_for_an_urgent_complaint_hears_that_it_is_one_with_its_number_and_takes_it_by_the_keys()
            throws Exception {
        String number = House.freshNumber();
        StaffMember supervisor = new StaffMember(
                new StaffId("supervisor-" + number), "Supervisor", StaffMember.Role.SUPERVISOR, number, "zh");
        ComplaintDesk complaints = new ComplaintDesk(house.desk);
        ComplaintId id = complaints.open(new ComplaintDesk.Wanted(
                "letter-" + number,
                Category.CONDUCT,
                Channel.PHONE,
                new Report("", House.freshNumber(), "", "nobody came"),
                new Origin.Entered("agent", Origin.Via.PAGE),
                new Actor.Operator("agent")));
        TicketId ticket = complaint(id).facts().ticket();
        AttemptId attempt = AttemptId.of(ticket, "complaint/" + number, house.clock.instant());
        desk.transactions()
                .run(books -> books.phoneOrders()
                        .place(
                                new PhoneOrder.AskAboutComplaint(id, ticket, attempt, supervisor),
                                house.clock.instant()));
        PhoneCall staff = house.phones.rings(number).answer();
        house.rows.prompt(attempt.toString(), "complaint-offer");
        for (char digit : id.toString().toCharArray()) {
            house.rows.prompt(attempt.toString(), "digit-" + digit);
        }
        house.rows.prompt(attempt.toString(), "press");
        staff.press(attempt.acceptKeys());
        house.rows.prompt(attempt.toString(), "complaint-taken");
        assertThat(complaint(id).state().course().owner()).isEqualTo(supervisor.id());
    }

    private static Tracked<Complaint, ComplaintState> complaint(ComplaintId id) {
        return desk.transactions().call(books -> books.complaints().look(id)).orElseThrow();
    }

    /** A ticket while {@code numbers} are on duty. */
    private static TicketId report(String... numbers) {
        return report(desk, numbers);
    }

    private static TicketId report(Desk policy, String... numbers) {
        synchronized (house) {
            house.onDuty(numbers);
            var wanted = new TicketDesk.Wanted(
                    numbers[0],
                    null,
                    TicketKind.FAULT,
                    Severity.MAJOR,
                    "REPORTED",
                    new Report("", "", "", "no lift"),
                    new Origin.Entered("A", Origin.Via.API));
            return ((TicketDesk.Entered.Done) new TicketDesk(policy).open(wanted)).ticket();
        }
    }

    /** Takes the next rung as soon as it is due; the attempt that it makes. */
    private static AttemptId nextRung(TicketId ticket) throws InterruptedException {
        List<AttemptId> before = attempts();
        House.until("the next rung of ticket " + ticket, () -> {
            sweep.escalations();
            return attempts().size() > before.size();
        });
        return attempts().getLast();
    }

    private static List<AttemptId> attempts() {
        return house.in(books -> books.phoneOrders().forTickets());
    }

    private static String wrong(AttemptId attempt) {
        return attempt.acceptKeys().equals("10") ? "11" : "10";
    }

    private static Actor staff(String number) {
        return new Actor.Staff(new StaffId("engineer-" + number));
    }

    private static TicketState state(TicketId ticket) {
        return house.in(books -> books.tickets().look(ticket).orElseThrow().state());
    }

    private static EscalationState escalation(TicketId ticket) {
        return house.in(books -> books.escalations().look(ticket).orElseThrow().state());
    }
}
