package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.evidence.ClockOffset;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.Judgement;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.PromiseState;
import wrenchline.testkit.phone.PhoneCall;

@Tag("peer")
@Tag("asterisk")
class CallbackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @Test
    void a_confirmed_callback_keeps_the_promise_with_evidence() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.toCaller(house, engineer);
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(owed.attempt().toString(), "press");
        staff.press(owed.attempt().acceptKeys());
        PhoneCall customer = house.phones.rings(owed.number()).answer();
        owed.awaitState(CallbackState.Talking.class);
        staff.speak(440);
        customer.speak(1000);
        owed.overlapLongEnough();
        staff.press("*");
        String customerChannel = owed.customerChannel();
        house.rows.prompt(customerChannel, "confirm");
        customer.press("1");
        owed.awaitState(CallbackState.Done.class);
        house.rows.prompt(customerChannel, "survey");
        customer.press("4");
        customer.awaitEnd(PATIENCE);
        staff.awaitEnd(PATIENCE);
        assertThat(owed.promise())
                .isInstanceOfSatisfying(
                        PromiseState.Kept.class,
                        kept -> assertThat(kept.grade()).isEqualTo(Grade.A));
        House.until(
                "the talk is sealed",
                () -> !owed.evidence(Evidence.Recorded.class).isEmpty());
        assertThat(owed.evidence(Evidence.KeysPressed.class))
                .extracting(Evidence.KeysPressed::meaning)
                .containsExactly("accepts", "confirms");
        assertThat(owed.evidence(Evidence.Answered.class))
                .extracting(Evidence.Answered::channel)
                .containsExactly(owed.firstAttempt().toString(), customerChannel);
        assertThat(owed.evidence(Evidence.Dialled.class))
                .extracting(Evidence.Dialled::number)
                .containsExactly(engineer, owed.number());
        assertThat(owed.evidence(Evidence.Bridged.class))
                .singleElement()
                .satisfies(bridged -> assertThat(Duration.between(bridged.from(), bridged.to()))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(2)));
        House.until(
                "the rating is kept",
                () -> house.<Boolean>in(books -> books.ratings().newest(100).stream()
                        .anyMatch(rating -> rating.callback().equals(owed.id()) && rating.score() == 4)));
        // Each heard the other's tone, and nobody their own.
        everythingIsInTheJournal(owed);
        assertThat(staff.heard(1000)).isGreaterThan(0.05);
        assertThat(customer.heard(440)).isGreaterThan(0.05);
        assertThat(staff.heard(440)).isLessThan(0.02);
    }

    /** The journal alone proves the promise, and holds each row that Asterisk wrote of the three legs. */
    private static void everythingIsInTheJournal(Owed owed) throws Exception {
        House.until(
                "all three legs are in the journal",
                () -> owed.evidence(Evidence.LegRows.class).size() == 3);
        for (Evidence.LegRows leg : owed.evidence(Evidence.LegRows.class)) {
            assertThat(leg.rows()).as(leg.party()).isEqualTo(house.written(leg.channel()));
        }
        assertThat(owed.evidence(Evidence.LegRows.class))
                .extracting(Evidence.LegRows::party)
                .containsExactlyInAnyOrder("caller", "staff", "customer");
        assertThat(owed.evidence(Evidence.LegRows.class))
                .anyMatch(leg -> leg.rows().toString().contains("your-number"))
                .anyMatch(leg -> leg.rows().toString().contains("\"DTMF\""));
        assertThat(owed.evidence(Evidence.Prompted.class))
                .anyMatch(prompted -> prompted.prompt().equals("consent"));
        assertThat(owed.evidence(Evidence.ClocksCompared.class))
                .singleElement()
                .satisfies(compared -> assertThat(compared.offsets())
                        .extracting(ClockOffset::clock)
                        .containsExactly("database", "telephone-system"));
        assertThat(Judgement.of(
                        owed.evidence(Evidence.class), owed.now().facts().began()))
                .satisfies(judged -> assertThat(judged.outcome()).isEqualTo(Judgement.Outcome.KEPT))
                .satisfies(judged -> assertThat(judged.grade()).isEqualTo(Grade.A));
    }

    @Test
    void staff_who_hang_up_after_the_talk_leave_the_customer_to_confirm() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.to(house, engineer);
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(owed.attempt().toString(), "staff-offer");
        staff.press(owed.attempt().acceptKeys());
        PhoneCall customer = house.phones.rings(owed.number()).answer();
        owed.awaitState(CallbackState.Talking.class);
        owed.overlapLongEnough();
        staff.hangUp();
        house.rows.prompt(owed.customerChannel(), "confirm");
        customer.hangUp();
        CallbackState.Done done = owed.awaitState(CallbackState.Done.class);
        assertThat(done.grade()).isEqualTo(Grade.B);
    }

    @Test
    void a_voicemail_never_accepts_and_the_next_engineer_is_rung() throws Exception {
        String voicemail = House.freshNumber();
        String second = House.freshNumber();
        Owed owed = Owed.to(house, voicemail, second);
        var attempt = owed.attempt();
        PhoneCall machine = house.phones.rings(voicemail).answer();
        machine.speak(440);
        house.phones.rings(second);
        machine.awaitEnd(Duration.ofSeconds(90));
        assertThat(owed.events("NotAccepted"))
                .anyMatch(text -> text.contains(attempt.toString()) && text.contains("NOT_ACCEPTED"));
    }

    @Test
    void busy_rejected_and_silent_telephones_are_told_apart() throws Exception {
        String busy = House.freshNumber();
        String rejecting = House.freshNumber();
        Owed owed = Owed.to(house, busy, rejecting);
        house.phones.rings(busy).busy();
        house.phones.rings(rejecting).reject();
        House.until("both are told", () -> owed.events("NotAccepted").size() >= 2);
        assertThat(owed.events("NotAccepted")).anyMatch(text -> text.contains("BUSY"));
        assertThat(owed.events("NotAccepted")).anyMatch(text -> text.contains("REJECTED"));

        String silent = House.freshNumber();
        Owed other = Owed.to(house, silent);
        house.phones.rings(silent);
        House.until("it is told", () -> !other.events("NotAccepted").isEmpty());
        assertThat(other.events("NotAccepted")).first().asString().contains("NO_ANSWER");
    }

    @Test
    void a_customer_who_is_busy_is_tried_again_with_the_same_engineer() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.to(house, engineer);
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(owed.attempt().toString(), "staff-offer");
        staff.press(owed.attempt().acceptKeys());
        house.phones.rings(owed.number()).busy();
        House.until("it is told", () -> !owed.events("CustomerNotReached").isEmpty());
        assertThat(owed.events("CustomerNotReached")).first().asString().contains("BUSY");
        house.phones.rings(engineer, 2);
    }

    @Test
    void a_registered_telephone_is_rung_where_it_registered() throws Exception {
        House.until(
                "it has registered",
                () -> house.command("pjsip show contacts").contains("sip:" + House.REGISTERED + "@127.0.0.1"));
        Owed owed = Owed.to(house, House.REGISTERED);
        PhoneCall staff = house.phones.rings(House.REGISTERED);
        assertThat(house.command("core show channels")).contains("PJSIP/" + House.REGISTERED + "-");
        staff.reject();
        House.until("it is told", () -> !owed.events("NotAccepted").isEmpty());
    }

    @Test
    void a_number_that_nobody_can_dial_is_told_as_unreachable() throws Exception {
        Owed owed = Owed.to(house, "0");
        House.until("it is told", () -> !owed.events("NotAccepted").isEmpty());
        assertThat(owed.events("NotAccepted")).first().asString().contains("UNREACHABLE");
    }

    @Test
    void the_bot_tells_the_customer_that_help_is_late() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.to(house, engineer);
        house.phones.rings(engineer).busy();
        AttemptId attempt =
                AttemptId.of(owed.id(), "customer-late", house.desk.clock().instant());
        house.database
                .transactions()
                .run(books -> books.phoneOrders()
                        .place(
                                new PhoneOrder.TellCustomerLate(owed.id(), attempt),
                                house.desk.clock().instant()));
        house.phones.rings(owed.number()).answer();
        house.rows.prompt(attempt.toString(), "late");
        House.until(
                "it was said",
                () -> owed.evidence(Evidence.Prompted.class).stream()
                        .anyMatch(prompted -> prompted.prompt().equals("late")));
    }

    @Test
    void an_order_to_hang_up_ends_the_ringing() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.to(house, engineer);
        AttemptId attempt = owed.attempt();
        PhoneCall staff = house.phones.rings(engineer);
        house.database
                .transactions()
                .run(books -> books.phoneOrders()
                        .place(
                                new PhoneOrder.HangUp(owed.id(), attempt),
                                house.desk.clock().instant()));
        staff.awaitEnd(PATIENCE);
    }
}
