package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.PolicyFile;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.QuarantineDesk;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.quarantine.Holds.Filter;
import wrenchline.core.quarantine.Holds.Mark;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Ledger.Count;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Transition;

/** What people do with messages in quarantine, on the real database. */
class QuarantineDeskTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Actor LI = new Actor.Operator("Li");
    private static final Content.Repaired MENDED =
            Content.Repaired.of("equipment/lift-01/telemetry", "", "{}".getBytes(StandardCharsets.UTF_8));

    private final Database database = TestDatabase.open();
    private final Ledger ledger = database.ledger();
    private final Holds holds = database.quarantine();
    private final Desk desk = new Desk(
            database.transactions(),
            InstantSource.fixed(NOW),
            PolicyFile.read(Path.of("../config/policy.yaml")),
            Texts.read(Path.of("../config/texts")),
            Map.of());
    private final QuarantineDesk quarantine = new QuarantineDesk(desk, holds);
    private long position;

    @AfterEach
    void close() {
        assertThat(database.verification().run().flaws()).isEmpty();
        database.close();
    }

    @Test
    void a_repaired_message_keeps_what_arrived_and_tells_who_mended_it() {
        UUID id = hold(1, "lift-01", "not JSON: at 7");
        assertThat(quarantine.tell(id, new DispositionEvent.Mended(LI, MENDED)))
                .containsInstanceOf(Transition.Moved.class);
        Hold mended = holds.find(id).orElseThrow();
        assertThat(mended.state()).isEqualTo(new DispositionState.Waiting(MENDED));
        assertThat(mended.message().payload()).containsExactly(1);
        assertThat(events(id)).containsExactly(new Dated<>(new DispositionEvent.Mended(LI, MENDED), NOW));
    }

    @Test
    void a_replayed_message_leaves_the_account_in_which_it_counted_once() {
        UUID id = hold(1, "lift-01", "not JSON");
        hold(2, "lift-01", "not JSON");
        quarantine.tell(id, new DispositionEvent.ReplayOrdered(LI, false));
        assertThat(ordered()).containsExactly(id);
        balances(2);
        replayed(id, new Count("lift-01", DAY.minusDays(1), 3, 2, 0, 1, 0));
        balances(1);
        assertThat(ordered()).isEmpty();
        replayed(id);
        balances(1);
        assertThat(holds.find(id).orElseThrow().state())
                .isEqualTo(new DispositionState.Replayed(new Content.AsItCame()));
    }

    @Test
    void what_is_not_understood_again_is_linked_to_what_was_replayed() {
        UUID first = hold(1, "lift-01", "not JSON");
        quarantine.tell(first, new DispositionEvent.ReplayOrdered(LI, false));
        var again = new Ledger.Page.Held(message(2, "still not JSON"), "lift-01", DAY, first);
        Count one = new Count("lift-01", DAY, 1, 0, 1, 0, 0);
        ledger.enter(new Ledger.Page(++position, List.of(one), List.of(), List.of(again), List.of(first)));
        balances(1);
        assertThat(holds.returned(first)).containsExactly(again.message().id());
        assertThat(holds.find(again.message().id()).orElseThrow().replayOf()).isEqualTo(first);
    }

    @Test
    void a_discarded_message_counts_as_quarantined_for_ever() {
        UUID id = hold(1, "lift-01", "not JSON");
        quarantine.tell(id, new DispositionEvent.Discarded(LI, "a test"));
        balances(1);
        assertThat(quarantine.tell(id, new DispositionEvent.ReplayOrdered(LI, true)))
                .contains(Transition.ignore("it was discarded already"));
    }

    @Test
    void all_of_one_reason_are_replayed_the_oldest_first_and_so_many_at_once() {
        List<UUID> bad = List.of(
                hold(1, "lift-01", "not JSON: at 7"), hold(2, "lift-02", "not JSON: at 9"), hold(3, "x", "NOT JSON"));
        UUID other = hold(4, "lift-01", "no such topic");
        DispositionEvent order = new DispositionEvent.ReplayOrdered(LI, true);
        Filter filter = new Filter(Set.of(), "", "", "not json");
        assertThat(quarantine.tellAll(filter, order, 2)).isEqualTo(2);
        assertThat(ordered()).containsExactlyInAnyOrder(bad.get(0), bad.get(1));
        assertThat(quarantine.tellAll(filter, order, 2)).isEqualTo(1);
        assertThat(quarantine.tellAll(filter, order, 2)).isZero();
        assertThat(holds.oldest(Filter.ALL.waiting(), 9)).containsExactly(other);
        assertThat(holds.reasons(9)).containsExactly(new Holds.Reason("no such topic", 1));
    }

    @Test
    void the_list_goes_on_where_it_ended_and_filters() {
        UUID first = hold(1, "lift-01", "not JSON");
        UUID second = hold(2, "lift-02", "not JSON");
        UUID third = hold(3, "lift-01", "100%_sure");
        List<Hold> page = holds.list(Filter.ALL, Mark.START, 2);
        assertThat(page).extracting(hold -> hold.message().id()).containsExactly(third, second);
        assertThat(holds.list(Filter.ALL, Mark.of(page.getLast()), 2))
                .extracting(hold -> hold.message().id())
                .containsExactly(first);
        assertThat(holds.oldest(new Filter(Set.of(), "lift-01", "", ""), 9)).containsExactly(first, third);
        assertThat(holds.oldest(new Filter(Set.of(), "", "", "%_s"), 9)).containsExactly(third);
        assertThat(holds.oldest(new Filter(Set.of(), "", "", "%"), 9)).containsExactly(third);
        Instant came = holds.find(third).orElseThrow().message().received();
        assertThat(holds.oldest(new Filter(Set.of(), "", "", "", came, came.plusMillis(1)), 9))
                .contains(third);
        assertThat(holds.oldest(new Filter(Set.of(), "", "", "", came.plusMillis(1), Mark.START.received()), 9))
                .doesNotContain(third);
        assertThat(holds.oldest(new Filter(Set.of(), "", "", "", Instant.EPOCH, came), 9))
                .doesNotContain(third);
    }

    @Test
    void a_message_that_nobody_knows_is_not_disposed_of() {
        assertThat(quarantine.tell(UUID.randomUUID(), new DispositionEvent.Discarded(LI, "?")))
                .isEmpty();
    }

    private UUID hold(int number, String machine, String reason) {
        var held = new Ledger.Page.Held(message(number, reason), machine, DAY, Quarantined.LIVE);
        Count one = new Count(machine, DAY, 1, 0, 1, 0, 0);
        ledger.enter(new Ledger.Page(++position, List.of(one), List.of(), List.of(held), List.of()));
        return held.message().id();
    }

    private static Quarantined message(int number, String reason) {
        return new Quarantined(
                UUID.randomUUID(), NOW.plusSeconds(number), "test", "a/b", new byte[] {(byte) number}, reason);
    }

    private void replayed(UUID message, Count... counts) {
        ledger.enter(new Ledger.Page(++position, List.of(counts), List.of(), List.of(), List.of(message)));
    }

    private void balances(int quarantined) {
        Ledger.Books books = ledger.books(DAY.minusDays(9), DAY);
        assertThat(books.counts()).allMatch(Count::balances);
        assertThat(books.counts().stream().mapToLong(Count::quarantined).sum()).isEqualTo(quarantined);
        assertThat(books.quarantined().stream().mapToLong(Count::quarantined).sum())
                .isEqualTo(quarantined);
    }

    private List<UUID> ordered() {
        return desk.transactions().call(books -> books.dispositions().ordered(9)).stream()
                .map(order -> order.facts().message())
                .toList();
    }

    private List<Dated<DispositionEvent>> events(UUID id) {
        return desk.transactions().call(books -> books.dispositions().events(id));
    }
}
