package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wrenchline.core.call.Call;
import wrenchline.core.ticket.TicketId;
import wrenchline.hotline.ivr.Step;

@Tag("peer")
@Tag("asterisk")
class CallTest {

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @Test
    void a_report_becomes_a_ticket_with_a_sealed_message() throws Exception {
        Caller caller = Caller.call(house).reports();
        caller.hears("ticket").hears("engineer-within").hears("minutes").hears("goodbye");
        caller.phone().awaitEnd(Duration.ofSeconds(20));
        Call call = caller.ended();
        assertThat(call.outcome()).isEqualTo(Call.Outcome.TICKET);
        assertThat(call.step()).isEqualTo(Step.FAREWELL.name());
        assertThat(call.caller()).isEqualTo(caller.number());
        assertThat(call.confirmedNumber()).isEqualTo(caller.number());
        assertThat(call.message()).hasValueSatisfying(message -> {
            assertThat(message.file()).isEqualTo("recordings/calls/" + caller.channel() + ".wav");
            assertThat(Files.exists(house.folder.resolve(message.file()))).isTrue();
            assertThat(message.sha256()).hasSize(64);
        });
        assertThat(house.<Boolean>in(books ->
                        books.tickets().find(new TicketId(call.ticket())).isPresent()))
                .isTrue();
    }

    @Test
    void a_caller_who_presses_2_is_served_in_english() throws Exception {
        Caller caller = Caller.call(house)
                .hears("welcome")
                .presses("2")
                .hears("menu")
                .presses("1")
                .hears("your-number");
        var english = house.rows.await(
                "English",
                1,
                row -> row.channel().equals(caller.channel()) && row.extra().contains("\"sound\":\"your-number\""));
        assertThat(english.extra()).contains("\"language\":\"en\"");
        caller.phone().hangUp();
        caller.ended();
    }

    @Test
    void another_number_can_be_keyed_in_and_is_read_back() throws Exception {
        String other = House.freshNumber();
        Caller caller = Caller.call(house);
        caller.chooses("1").hears("your-number").presses("2");
        caller.hears("enter-number")
                .presses(other + "#")
                .hears("your-number", 2)
                .presses("1");
        caller.hears("enter-equipment")
                .presses("9999#")
                .hears("unknown-equipment")
                .presses("#");
        caller.hears("beep").phone().hangUp();
        Call call = caller.ended();
        assertThat(call.confirmedNumber()).isEqualTo(other);
        assertThat(call.equipmentCode()).isEqualTo("9999");
        assertThat(call.outcome()).isEqualTo(Call.Outcome.TICKET);
    }

    @Test
    void a_hidden_caller_is_asked_for_a_number_and_not_let_into_a_dead_end() throws Exception {
        String number = House.freshNumber();
        var phone = house.phones.call("", House.NUMBER);
        String channel = house.rows.callOf("anonymous");
        Caller caller = new Caller(house, number, phone, channel);
        caller.chooses("1").hears("enter-number").presses(number + "#");
        caller.hears("your-number").presses("1").hears("enter-equipment");
        phone.hangUp();
        Call call = caller.ended();
        assertThat(call.caller()).isEmpty();
        assertThat(call.confirmedNumber()).isEqualTo(number);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_hang_up_in_every_step_leaves_a_logged_call(Step step) throws Exception {
        Caller caller = Caller.call(house);
        boolean numberKnown = true;
        switch (step) {
            case GREETING, MENU, COMPLAINT_MENU, PROGRESS, CONFIRM_NUMBER, ENTER_NUMBER, CONFIRM_ENTERED_NUMBER -> {
                numberKnown = false;
                beforeTheNumber(caller, step);
            }
            case CONNECT_LIVE -> {
                numberKnown = false;
                caller.chooses("9").hears("connecting-live");
            }
            case OFFER_EQUIPMENT -> {
                caller.phone().hangUp();
                caller.ended();
                caller = Caller.call(house, House.OTHER_CUSTOMER);
                caller.chooses("1").hears("your-number").presses("1").hears("your-machines");
            }
            case ENTER_EQUIPMENT -> caller.toTheEquipment();
            case DESCRIBE -> caller.toTheTone();
            case EMERGENCY -> caller.hears("welcome").presses("0").hears("emergency-rung");
            case PROMISE -> caller.reports().hears("ticket");
            case FAREWELL -> caller.reports().hears("goodbye");
        }
        caller.phone().hangUp();
        Call call = caller.ended();
        assertThat(call.step()).isEqualTo(step.name());
        assertThat(call.ticket() > 0).isEqualTo(numberKnown);
        Call.Outcome without = step == Step.PROGRESS ? Call.Outcome.SERVED : Call.Outcome.HUNG_UP;
        assertThat(call.outcome()).isEqualTo(numberKnown ? Call.Outcome.TICKET : without);
    }

    @Test
    void a_customer_who_hangs_up_in_the_menu_is_called_back() throws Exception {
        Caller caller = Caller.call(house, House.HASTY_CUSTOMER);
        caller.hears("welcome").presses("1").hears("menu").phone().hangUp();
        Call call = caller.ended();
        assertThat(call.step()).isEqualTo(Step.MENU.name());
        assertThat(call.outcome()).isEqualTo(Call.Outcome.TICKET);
        assertThat(call.confirmedNumber()).isEmpty();
        String number = house.in(books -> books.callbacks()
                .openFor(new TicketId(call.ticket()))
                .orElseThrow()
                .facts()
                .number());
        assertThat(number).isEqualTo(House.HASTY_CUSTOMER);
    }

    private static void beforeTheNumber(Caller caller, Step step) {
        switch (step) {
            case GREETING -> caller.hears("welcome");
            case MENU -> caller.hears("welcome").presses("1").hears("menu");
            case COMPLAINT_MENU -> caller.chooses("5").hears("complaint-menu");
            case PROGRESS -> caller.chooses("2").hears("no-ticket");
            case CONFIRM_NUMBER -> caller.chooses("1").hears("your-number");
            case ENTER_NUMBER -> toEnterNumber(caller);
            default -> {
                toEnterNumber(caller);
                caller.presses(House.freshNumber() + "#").hears("your-number", 2);
            }
        }
    }

    @Test
    void a_telephone_cannot_call_anything_but_the_hotline() throws Exception {
        var phone = house.phones.call(House.freshNumber(), "13900000000");
        phone.awaitEnd(Duration.ofSeconds(20));
        assertThat(house.rows.sawDialled("13900000000")).isFalse();
    }

    private static void toEnterNumber(Caller caller) {
        caller.chooses("1").hears("your-number").presses("2").hears("enter-number");
    }
}
