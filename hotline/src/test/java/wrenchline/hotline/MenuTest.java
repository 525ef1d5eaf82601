package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.core.call.Call;
import wrenchline.core.call.Concern;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.Department;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;

/** What each choice of the menu leads to. */
@Tag("peer")
@Tag("asterisk")
class MenuTest {

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @ParameterizedTest
    @CsvSource({"3, PARTS, PARTS_WANTED, describe-parts", "4, TRAINING, TRAINING_WANTED, describe-training"})
    void a_request_becomes_a_ticket_of_its_kind(String key, Concern concern, String kind, String question)
            throws Exception {
        Caller caller = Caller.call(house).chooses(key).hears("your-number").presses("1");
        caller.hears(question).hears("beep").describes().hears("engineer-within");
        caller.phone().hangUp();
        Call call = caller.ended();
        assertThat(call.concern()).isEqualTo(concern);
        assertThat(ticket(call).failureMode()).isEqualTo(kind);
        assertThat(ticket(call).severity()).isEqualTo(Severity.MINOR);
    }

    @ParameterizedTest
    @CsvSource({"1, QUALITY, ENGINEERING", "2, PACKAGING, WAREHOUSE", "3, CONDUCT, MARKETING", "4, DEALER, COORDINATION"
    })
    void a_complaint_is_registered_with_its_category_and_a_number_that_the_caller_hears(
            String key, Category category, Department department) throws Exception {
        Caller caller = Caller.call(house).chooses("5").hears("complaint-menu").presses(key);
        caller.hears("your-number").presses("1");
        caller.hears("describe-complaint").hears("beep").describes().hears("complaint-number");
        caller.phone().hangUp();
        Call call = caller.ended();
        Complaint complaint = house.in(books -> books.complaints().of(call.id()).orElseThrow())
                .facts();
        assertThat(complaint.category()).isEqualTo(category);
        assertThat(complaint.department()).isEqualTo(department);
        assertThat(complaint.number()).isEqualTo(caller.number());
        assertThat(complaint.ticket().value()).isEqualTo(call.ticket());
        assertThat(ticket(call).failureMode()).isEqualTo("COMPLAINT");
    }

    @Test
    void the_progress_of_the_callers_ticket_is_read_and_the_menu_comes_back() throws Exception {
        Caller first = Caller.call(house).toTheEquipment();
        first.phone().hangUp();
        first.ended();
        Caller caller = Caller.call(house, first.number(), 2).chooses("2").hears("ticket");
        caller.hears("state-raised").hears("next-callback").hears("menu", 2);
        caller.phone().hangUp();
        Call call = caller.ended();
        assertThat(call.outcome()).isEqualTo(Call.Outcome.SERVED);
        assertThat(call.ticket()).isZero();
    }

    @Test
    void a_known_caller_is_greeted_by_company_and_offered_the_own_machines() throws Exception {
        Caller caller = Caller.call(house, House.CUSTOMER);
        caller.hears("welcome").hears("names/customer-sample-garage-a").presses("1");
        caller.hears("menu").presses("1").hears("your-number").presses("1");
        caller.hears("your-machines")
                .hears("names/equipment-lift-01")
                .hears("number")
                .hears("press-key", 2);
        caller.presses("2").hears("beep").phone().hangUp();
        Call call = caller.ended();
        assertThat(call.equipmentCode()).isEqualTo("199");
    }

    @Test
    void a_repeated_caller_joins_the_open_ticket_and_the_clock_runs_on() throws Exception {
        Caller first = Caller.call(house).toTheEquipment();
        first.phone().hangUp();
        Call before = first.ended();
        Caller again = Caller.call(house, first.number(), 2).reports().hears("joined");
        again.phone().hangUp();
        assertThat(again.ended().ticket()).isEqualTo(before.ticket());
        var callbacks = house.in(books -> books.callbacks().of(new TicketId(before.ticket())));
        assertThat(callbacks)
                .singleElement()
                .satisfies(callback -> assertThat(callback.facts().began()).isEqualTo(before.began()));
    }

    @Test
    void the_language_is_remembered() throws Exception {
        Caller first = Caller.call(house).hears("welcome").presses("2").hears("menu");
        first.phone().hangUp();
        first.ended();
        Caller again = Caller.call(house, first.number(), 2)
                .hears("for-chinese")
                .presses("1")
                .hears("menu");
        again.phone().hangUp();
        assertThat(again.ended().language()).isEqualTo("en");
    }

    @Test
    void a_caller_who_presses_nothing_or_nonsense_leaves_a_message_and_gets_a_promise() throws Exception {
        Caller caller =
                Caller.call(house).hears("welcome").presses("7").hears("menu").presses("8");
        caller.hears("not-understood").presses("*").hears("not-understood", 2).presses("#");
        caller.hears("describe-fault").hears("beep").describes().hears("engineer-within");
        caller.phone().hangUp();
        Call call = caller.ended();
        assertThat(call.outcome()).isEqualTo(Call.Outcome.TICKET);
        assertThat(call.concern()).isEqualTo(Concern.NONE);
        assertThat(call.confirmedNumber()).isEqualTo(caller.number());
    }

    private static Ticket ticket(Call call) {
        return house.in(books ->
                books.tickets().find(new TicketId(call.ticket())).orElseThrow().facts());
    }
}
