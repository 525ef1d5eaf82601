package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.Grade;
import wrenchline.core.ticket.TicketId;
import wrenchline.hotline.asterisk.Standing;
import wrenchline.hotline.ledger.SecondWitness;
import wrenchline.testkit.phone.PhoneCall;

/** One side goes away and comes back. */
@Tag("peer")
@Tag("asterisk")
@Isolated("the hotline is stopped")
@Execution(ExecutionMode.SAME_THREAD)
class AbsenceTest {

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @Test
    void a_message_left_while_the_product_was_away_becomes_a_ticket_that_counts_from_the_call() throws Exception {
        house.onDuty(House.freshNumber());
        house.abandon();
        Caller caller = Caller.call(house).hears("fallback-message").hears("beep");
        caller.phone().speak(1000);
        var message = house.settings.recordings().resolve("fallback").resolve(caller.channel() + ".wav");
        House.until("the message is being recorded", () -> message.toFile().length() > 8000);
        caller.phone().press("#");
        caller.hears("fallback-thanks").phone().awaitEnd(Duration.ofSeconds(20));
        assertThat(caller.logged()).isEmpty();
        house.startProduct();
        Call call = caller.ended();
        assertThat(call.outcome()).isEqualTo(Call.Outcome.FALLBACK);
        assertThat(call.confirmedNumber()).isEqualTo(caller.number());
        assertThat(call.message()).isPresent();
        var callback = house.in(
                books -> books.callbacks().openFor(new TicketId(call.ticket())).orElseThrow());
        assertThat(callback.facts().began()).isEqualTo(call.began());
        assertThat(call.began()).isBefore(call.endedAt().orElseThrow());
    }

    @Test
    void a_product_that_dies_in_the_middle_of_a_call_leaves_the_caller_to_the_dialplan() throws Exception {
        Caller caller = Caller.call(house)
                .hears("welcome")
                .presses("1")
                .hears("menu")
                .presses("1")
                .hears("your-number");
        house.abandon();
        // Asterisk hears that the product is gone when the question is over.
        caller.presses("1").hears("fallback-message").hears("beep").phone().hangUp();
        house.startProduct();
        // A thread that is interrupted in its last words may have ended the call before it was adopted.
        caller.ended();
        caller.ticketed();
    }

    @Test
    void what_happened_while_the_product_was_away_is_read_from_the_ledger() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.toCaller(house, engineer);
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(owed.attempt().toString(), "staff-offer");
        staff.press(owed.attempt().acceptKeys());
        PhoneCall customer = house.phones.rings(owed.number()).answer();
        owed.overlapLongEnough();
        house.abandon();
        staff.hangUp();
        house.rows.prompt(owed.customerChannel(), "confirm");
        customer.press("1");
        customer.awaitEnd(Duration.ofSeconds(20));
        house.startProduct();
        assertThat(owed.awaitState(CallbackState.Done.class).grade()).isEqualTo(Grade.A);
        House.until(
                "all three legs are in the journal",
                () -> owed.evidence(Evidence.LegRows.class).size() == 3);
        assertThat(owed.evidence(Evidence.LegRows.class))
                .allSatisfy(leg -> assertThat(leg.rows()).isEqualTo(house.written(leg.channel())));
    }

    @Test
    void a_killed_asterisk_comes_back_and_what_was_lost_is_told_and_not_dialled_again() throws Exception {
        String engineer = House.freshNumber();
        Caller caller = Caller.call(house)
                .hears("welcome")
                .presses("1")
                .hears("menu")
                .presses("1")
                .hears("your-number");
        Owed owed = Owed.to(house, engineer);
        var attempt = owed.attempt();
        house.phones.rings(engineer);
        house.killAsterisk();
        House.until(
                "the attempt is told as lost",
                () -> owed.events("Lost").stream().anyMatch(event -> event.contains(attempt.toString())));
        Call call = caller.ended();
        assertThat(call.outcome()).isIn(Call.Outcome.LOST, Call.Outcome.HUNG_UP);
        assertThat(house.database.calls().find(new CallId(caller.channel()))).isPresent();
        House.until("the hotline is up again", house::isUp);
        Caller next = Caller.call(house).hears("welcome");
        next.phone().hangUp();
        next.ended();
    }

    @Test
    void without_an_asterisk_the_hotline_is_down_and_says_why() {
        String reason = "no package mirror can be reached";
        try (Hotline none = house.startWithout(reason)) {
            assertThat(none.standing()).isEqualTo(new Standing.Down(reason));
        }
    }

    @Test
    void a_product_that_hangs_leaves_the_caller_to_the_dialplan() throws Exception {
        house.abandon();
        Caller caller;
        // It takes the connection and says nothing, as a product that is frozen does.
        try (ServerSocket frozen =
                new ServerSocket(house.settings.agiPort(), 50, InetAddress.getByName(house.settings.agiHost()))) {
            caller = Caller.call(house).hears("fallback-welcome");
            caller.phone().hangUp();
            assertThat(frozen.isClosed()).isFalse();
        }
        house.startProduct();
        assertThat(caller.ended().outcome()).isEqualTo(Call.Outcome.FALLBACK);
    }

    @Test
    void an_order_that_was_taken_and_never_carried_out_is_told_as_lost_and_not_dialled() throws Exception {
        String engineer = House.freshNumber();
        house.onDuty(engineer);
        house.abandon();
        // What a product does that is killed between taking the order and dialling.
        new CallDesk(house.desk)
                .report(new CallDesk.Report(
                        new CallId("never-dialled"),
                        engineer,
                        "zh",
                        "",
                        Concern.FAULT,
                        house.desk.clock().instant()));
        List<PhoneOrder.RingStaff> taken = new ArrayList<>();
        House.until("the order is there", () -> {
            taken.addAll(house.rings(engineer));
            return !taken.isEmpty();
        });
        PhoneOrder.OfCallback order = taken.getFirst();
        house.startProduct();
        House.until(
                "it is told as lost",
                () -> house.<Boolean>in(books -> books.callbacks().events(order.callback()).stream()
                        .anyMatch(dated -> dated.event().equals(new CallbackEvent.Lost(order.attempt())))));
        assertThat(house.rows.sawChannel(order.attempt().toString())).isFalse();
    }

    @Test
    void a_cut_manager_connection_loses_nothing_and_comes_back() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.toCaller(house, engineer);
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(owed.attempt().toString(), "staff-offer");
        house.cutManagerConnections();
        House.until("the connection is back", house::isUp);
        staff.press(owed.attempt().acceptKeys());
        PhoneCall customer = house.phones.rings(owed.number()).answer();
        owed.overlapLongEnough();
        house.cutManagerConnections();
        customer.hangUp();
        assertThat(owed.awaitState(CallbackState.Done.class).grade()).isEqualTo(Grade.B);
        House.until("the connection is back", house::isUp);
        House.until(
                "all three legs are in the journal",
                () -> owed.evidence(Evidence.LegRows.class).size() == 3);
        assertThat(owed.evidence(Evidence.LegRows.class))
                .allSatisfy(leg -> assertThat(leg.rows()).isEqualTo(house.written(leg.channel())));
        SecondWitness.Tally tally = house.hotline().witnesses();
        assertThat(tally.both()).as("seen live and in the file").isPositive();
        assertThat(tally.liveAlone()).as("not in the file").isZero();
    }
}
