package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.Watch;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.ticket.TicketId;

/** Who watches those who watch the clocks. */
class WatchTest {

    private final TestDesk house = new TestDesk();
    private final Watch watch = new Watch(house.desk);
    private final NoticeDesk messages =
            new NoticeDesk(house.desk, new Providers(List.of(new TakingProvider())), SendingRules.USUAL, Runnable::run);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nothing_is_wrong_while_everything_moves() {
        house.report("moves");
        submit();
        house.clock.advance(Duration.ofMinutes(6));
        house.settle();
        submit();
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void a_sweep_that_stands_still_is_found_after_a_minute() {
        TicketId ticket = house.report("stuck");
        submit();
        house.clock.advance(Duration.ofMinutes(6).minusSeconds(1));
        assertThat(watch.look()).isEmpty();
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(watch.look())
                .contains(
                        new Watch.Trouble(Watch.Kind.STUCK_SWEEP, ticket, TestDesk.BEGAN.plus(Duration.ofMinutes(5))));
        assertThat(rung()).containsExactly("s1");
    }

    @Test
    void a_message_that_does_not_leave_is_found_after_two_minutes() {
        house.report("unsent");
        house.clock.advance(Duration.ofMinutes(2));
        assertThat(watch.look()).map(Watch.Trouble::kind).contains(Watch.Kind.SILENT_PROVIDER);
    }

    @Test
    void a_provider_that_gave_receipts_and_gives_none_any_more_is_found() {
        house.report("with-receipt");
        submit();
        receipts();
        house.clock.advance(Duration.ofMinutes(1));
        TicketId silent = house.report("without-receipt");
        Instant written = house.clock.instant();
        submit();
        for (int minute = 0; minute < 14; minute++) {
            house.clock.advance(Duration.ofMinutes(1));
            house.settle();
            submit();
            assertThat(watch.look()).as("after " + minute).isEmpty();
        }
        house.clock.advance(Duration.ofMinutes(1));
        house.settle();
        submit();
        assertThat(watch.look()).contains(new Watch.Trouble(Watch.Kind.NO_RECEIPTS, silent, written));
        receipts();
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void a_provider_that_never_gave_receipts_owes_none() {
        house.report("never");
        submit();
        for (int minute = 0; minute < 30; minute++) {
            house.clock.advance(Duration.ofMinutes(1));
            house.settle();
            submit();
        }
        assertThat(watch.look()).isEmpty();
    }

    private void submit() {
        while (messages.submitDue() > 0) {
            // Until the outbox is empty.
        }
    }

    /** For all that the provider took. */
    private void receipts() {
        house.desk.transactions().call(books -> books.notices().newest(100)).stream()
                .flatMap(notice ->
                        house
                                .desk
                                .transactions()
                                .call(books ->
                                        books.traffic().ids(notice.facts().id()))
                                .stream()
                                .map(id -> new Receipt(
                                        TakingProvider.NAME,
                                        List.of(id),
                                        notice.facts().to(),
                                        Receipt.Outcome.DELIVERED)))
                .forEach(messages::receipt);
    }

    private List<String> rung() {
        return house.desk.transactions().call(books -> books.phoneOrders().take(100, house.clock.instant())).stream()
                .map(order -> order instanceof PhoneOrder.Alarm alarm
                        ? alarm.staff().id().value()
                        : "nobody")
                .toList();
    }
}
