package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.Engagements;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.CallbackDesk;
import wrenchline.core.desk.Watch;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;

/** Nobody's telephone rings for two things at once: callbacks, tickets that nobody takes, and alarms share one line for each person. */
class OneLineEachTest {

    private static final int STEPS = 50;

    private final TestDesk house = new TestDesk();
    private final CallbackDesk callbacks = new CallbackDesk(house.desk);
    private final List<Ring> rings = new ArrayList<>();
    private int callers;

    /** An order for a ticket, which says nothing of its end. */
    private record Ring(StaffId staff, Instant until) {}

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoever_is_rung_for_a_callback_is_not_rung_for_a_ticket() {
        house.report("waits");
        house.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        call();
        house.settle();
        assertThat(orders()).hasSize(1).first().isInstanceOf(PhoneOrder.RingStaff.class);
        house.clock.advance(Duration.ofSeconds(1));
        house.settle();
        assertThat(orders()).as("the first engineer talks to the caller").isEmpty();
    }

    @Test
    void whoever_is_rung_for_a_ticket_is_rung_for_a_callback_as_soon_as_the_line_is_free() {
        house.report("waits");
        house.clock.advance(Duration.ofMinutes(5));
        house.settle();
        assertThat(orders()).singleElement().isInstanceOf(PhoneOrder.AskStaff.class);
        call();
        house.settle();
        assertThat(orders()).isEmpty();
        house.clock.advance(Engagements.LONGEST_RING);
        house.settle();
        assertThat(orders()).singleElement().isInstanceOf(PhoneOrder.RingStaff.class);
    }

    @Test
    void the_database_lets_one_of_two_that_ask_at_once_have_the_line() throws Exception {
        TicketId ticket = house.report("asks-at-once");
        CallbackId callback = call();
        Instant now = house.clock.instant();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                StaffId staff = new StaffId("somebody-" + round);
                Callable<Boolean> forCallback = () -> house.desk
                        .transactions()
                        .call(books -> books.engagements()
                                .engage(staff, callback, AttemptId.of(callback, staff.value(), now), now));
                Callable<Boolean> forTicket = () -> house.desk
                        .transactions()
                        .call(books -> books.engagements()
                                .engage(staff, ticket, AttemptId.of(ticket, staff.value(), now), now));
                List<Boolean> engaged = new ArrayList<>();
                for (Future<Boolean> one : both.invokeAll(List.of(forCallback, forTicket))) {
                    engaged.add(one.get());
                }
                assertThat(engaged).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    @Test
    void an_alarm_rings_each_supervisor_once_in_a_quarter_of_an_hour_and_leaves_the_line_free_between() {
        house.report("stuck");
        Watch watch = new Watch(house.desk);
        house.clock.advance(Duration.ofMinutes(7));
        assertThat(watch.look()).map(Watch.Trouble::kind).contains(Watch.Kind.STUCK_SWEEP);
        assertThat(orders()).singleElement().isInstanceOf(PhoneOrder.Alarm.class);
        house.clock.advance(Engagements.LONGEST_RING);
        watch.look();
        assertThat(orders()).isEmpty();
        StaffId supervisor = new StaffId("s1");
        CallbackId callback = call();
        assertThat(house.desk
                        .transactions()
                        .<Boolean>call(books -> books.engagements()
                                .engage(
                                        supervisor,
                                        callback,
                                        AttemptId.of(callback, "s1", house.clock.instant()),
                                        house.clock.instant())))
                .isTrue();
    }

    static LongStream seeds() {
        long seed = Long.getLong("wrenchline.seed", 20261126L);
        return LongStream.range(seed, seed + 3);
    }

    /** Run again with {@code -Dwrenchline.seed=…}. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happens_nobody_has_two_live_offers(long seed) {
        Random random = new Random(seed);
        List<TicketId> tickets = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            house.clock.advance(Duration.ofSeconds(random.nextInt(240)));
            switch (random.nextInt(6)) {
                case 0, 1 -> tickets.add(house.report("seed-" + seed + "-" + step));
                case 2 -> call();
                case 3 -> {
                    if (!tickets.isEmpty()) {
                        TicketId ticket = tickets.get(random.nextInt(tickets.size()));
                        house.tickets.tell(
                                ticket, new TicketEvent.Accepted(new Actor.Staff(new StaffId("e" + (1 + step % 3)))));
                    }
                }
                default -> answerOne(random);
            }
            house.settle();
            assertOneLineEach();
        }
        assertThat(house.database.verification().run().flaws()).isEmpty();
    }

    /** Somebody who is rung for a callback takes it, or does not. */
    private void answerOne(Random random) {
        var open = house.desk.transactions().call(books -> books.callbacks().open());
        for (var callback : open) {
            if (callback.state() instanceof CallbackState.Offering offering) {
                AttemptId attempt = offering.offers().getFirst().attempt();
                callbacks.tell(
                        callback.facts().id(),
                        random.nextBoolean()
                                ? new CallbackEvent.Accepted(attempt, attempt.acceptKeys())
                                : new CallbackEvent.NotAccepted(attempt, CallbackEvent.Failure.NO_ANSWER));
                return;
            }
        }
    }

    private void assertOneLineEach() {
        Instant now = house.clock.instant();
        for (PhoneOrder order : orders()) {
            if (order instanceof PhoneOrder.AskStaff ask) {
                rings.add(new Ring(ask.staff().id(), now.plus(Engagements.LONGEST_RING)));
            }
        }
        rings.removeIf(ring -> !ring.until().isAfter(now));
        List<StaffId> lines = new ArrayList<>(rings.stream().map(Ring::staff).toList());
        house.desk.transactions().call(books -> books.callbacks().open()).stream()
                .flatMap(callback -> onTheLine(callback.state()))
                .forEach(lines::add);
        assertThat(lines).as("lines at " + now).doesNotHaveDuplicates();
    }

    private static Stream<StaffId> onTheLine(CallbackState state) {
        return switch (state) {
            case CallbackState.Offering offering ->
                offering.offers().stream().map(offer -> offer.staff().id());
            case CallbackState.Connecting connecting ->
                Stream.of(connecting.staff().id());
            case CallbackState.Talking talking -> Stream.of(talking.staff().id());
            // Not on a line of ours: on their own telephone, or done but for the customer.
            case CallbackState.Confirming _, CallbackState.OwnPhone _ -> Stream.empty();
            case CallbackState.Waiting _, CallbackState.Retrying _, CallbackState.Claimed _ -> Stream.empty();
            case CallbackState.Done _, CallbackState.Cancelled _ -> Stream.empty();
        };
    }

    private CallbackId call() {
        String number = "1390000%04d".formatted(++callers);
        var report =
                new CallDesk.Report(new CallId("1." + callers), number, "zh", "", Concern.FAULT, house.clock.instant());
        TicketId ticket = new CallDesk(house.desk).report(report).ticket();
        return house.desk
                .transactions()
                .call(books ->
                        books.callbacks().openFor(ticket).orElseThrow().facts().id());
    }

    private List<PhoneOrder> orders() {
        return house.desk.transactions().call(books -> books.phoneOrders().take(100, house.clock.instant()));
    }
}
