package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.core.call.Call;
import wrenchline.core.call.Concern;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.TicketId;
import wrenchline.testkit.phone.PhoneCall;

/** Choices of the menu that ring whoever is on duty. */
@Tag("peer")
@Tag("asterisk")
class OnDutyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @Test
    void an_emergency_rings_everybody_on_duty_at_once() throws Exception {
        String first = House.freshNumber();
        String second = House.freshNumber();
        String third = House.freshNumber();
        Caller caller;
        synchronized (house) {
            house.onDuty(first, second, third);
            caller = Caller.call(house).hears("welcome").presses("0").hears("emergency-rung");
        }
        PhoneCall one = house.phones.rings(first);
        PhoneCall two = house.phones.rings(second).answer();
        PhoneCall three = house.phones.rings(third);
        caller.hears("emergency-hang-up").phone().awaitEnd(PATIENCE);
        Call call = caller.ended();
        Severity severity = house.in(books -> books.tickets()
                .find(new TicketId(call.ticket()))
                .orElseThrow()
                .facts()
                .severity());
        assertThat(severity).isEqualTo(Severity.CRITICAL);
        Owed owed = Owed.of(house, call);
        var attempt = owed.attemptOf(second);
        house.rows.prompt(attempt.toString(), "press");
        two.press(attempt.acceptKeys());
        one.awaitEnd(PATIENCE);
        three.awaitEnd(PATIENCE);
        house.phones.rings(caller.number()).busy();
    }

    @Test
    void an_emergency_of_a_hidden_number_rings_everybody_at_once_and_a_voicemail_ends_it_for_nobody() throws Exception {
        String voicemail = House.freshNumber();
        String engineer = House.freshNumber();
        Caller caller;
        PhoneCall machine;
        PhoneCall second;
        synchronized (house) {
            house.onDuty(voicemail, engineer);
            caller = Caller.call(house, "withheld").hears("welcome").presses("0");
            machine = house.phones.rings(voicemail).answer();
            second = house.phones.rings(engineer);
        }
        machine.speak(440);
        String machineChannel = askedToTake(caller, "");
        second.answer();
        askedToTake(caller, machineChannel);
        second.press("1");
        house.rows.await(
                "the talk",
                1,
                row -> row.type().equals("BRIDGE_ENTER") && row.channel().equals(caller.channel()));
        caller.phone().hangUp();
        assertThat(caller.ended().concern()).isEqualTo(Concern.EMERGENCY);
        assertThat(caller.ended().outcome()).isEqualTo(Call.Outcome.SERVED);
    }

    @Test
    void whoever_wants_a_person_talks_to_the_first_who_presses_the_key() throws Exception {
        String voicemail = House.freshNumber();
        String engineer = House.freshNumber();
        Caller caller;
        PhoneCall second;
        synchronized (house) {
            house.onDuty(voicemail, engineer);
            caller = Caller.call(house).chooses("9");
            PhoneCall machine = house.phones.rings(voicemail).answer();
            machine.speak(440);
            second = house.phones.rings(engineer).answer();
        }
        String machineChannel = askedToTake(caller, "");
        askedToTake(caller, machineChannel);
        second.press("1");
        house.rows.await(
                "the talk",
                1,
                row -> row.type().equals("BRIDGE_ENTER") && row.channel().equals(caller.channel()));
        caller.phone().hangUp();
        assertThat(caller.ended().outcome()).isEqualTo(Call.Outcome.SERVED);
        assertThat(caller.ended().ticket()).isZero();
    }

    /** The channel, other than {@code not}, of somebody who is asked to take the call. */
    private static String askedToTake(Caller caller, String not) {
        return house.rows
                .await(
                        "the question to the engineer",
                        1,
                        row -> row.linked().equals(caller.channel())
                                && !row.channel().equals(not)
                                && row.extra().contains("\"sound\":\"take-call\""))
                .channel();
    }
}
