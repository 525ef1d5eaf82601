package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Ledger.Count;
import wrenchline.core.reading.Ledger.Follower;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Sequence;
import wrenchline.core.reading.Sequence.Gap;
import wrenchline.core.reading.Standing;

class LedgerTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final EquipmentId PUMP = new EquipmentId("pump-01");

    private final Database database = TestDatabase.open();
    private final Ledger ledger = database.ledger();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void pages_add_up_and_each_follower_has_its_own_position() {
        assertThat(ledger.position(Follower.STORING)).isZero();
        ledger.enter(page(100, new Count("lift-01", DAY, 5, 3, 1, 1, 1), new Count("pump-01", DAY, 1, 1, 0, 0, 0)));
        ledger.enter(page(
                200, new Count("lift-01", DAY, 2, 2, 0, 0, 1), new Count("lift-01", DAY.plusDays(1), 1, 1, 0, 0, 0)));
        ledger.pass(Follower.DETECTING, 150);
        assertThat(ledger.position(Follower.STORING)).isEqualTo(200);
        assertThat(ledger.position(Follower.DETECTING)).isEqualTo(150);
        Ledger.Books books = ledger.books(DAY, DAY);
        assertThat(books.position()).isEqualTo(200);
        assertThat(books.counts())
                .containsExactlyInAnyOrder(
                        new Count("lift-01", DAY, 7, 5, 1, 1, 2), new Count("pump-01", DAY, 1, 1, 0, 0, 0));
    }

    @Test
    void standings_come_back_as_they_went() {
        Standing lift = new Standing(
                LIFT, NOON, new Sequence(90, List.of(new Gap(3, 5), new Gap(9, 9)), 2, 1, 4), Duration.ofMillis(-1500));
        Standing pump = new Standing(PUMP, NOON, Sequence.NONE, null);
        ledger.enter(new Ledger.Page(1, List.of(), List.of(lift, pump), List.of(), List.of()));
        assertThat(ledger.standings(List.of(LIFT, PUMP, new EquipmentId("other"))))
                .containsExactlyInAnyOrder(lift, pump);
        Standing later = new Standing(LIFT, NOON.plusSeconds(1), Sequence.NONE, Duration.ZERO);
        ledger.enter(new Ledger.Page(2, List.of(), List.of(later), List.of(), List.of()));
        assertThat(ledger.standings(List.of(LIFT))).containsExactly(later);
    }

    @Test
    void a_quarantined_message_is_counted_in_its_account_once() {
        Quarantined message = new Quarantined(
                UUID.nameUUIDFromBytes(new byte[] {1}), NOON, "test", "topic", new byte[] {1}, "reason");
        var held = new Ledger.Page.Held(message, "lift-01", DAY, Quarantined.LIVE);
        ledger.enter(new Ledger.Page(1, List.of(), List.of(), List.of(held), List.of()));
        ledger.enter(new Ledger.Page(1, List.of(), List.of(), List.of(held), List.of()));
        assertThat(ledger.books(DAY, DAY).quarantined()).containsExactly(new Count("lift-01", DAY, 0, 0, 1, 0, 0));
        assertThat(database.quarantine().list(Holds.Filter.ALL, Holds.Mark.START, 9))
                .hasSize(1);
    }

    private static Ledger.Page page(long position, Count... counts) {
        return new Ledger.Page(position, List.of(counts), List.of(), List.of(), List.of());
    }
}
