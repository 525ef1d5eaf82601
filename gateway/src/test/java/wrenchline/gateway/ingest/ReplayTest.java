package wrenchline.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.reading.Ledger.Count;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.payload.Sender;

/** Messages that come out of quarantine. */
class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String TOPIC = "equipment/lift-01/telemetry";

    private Site site = new Site(InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_repaired_message_is_stored_and_counts_no_longer_as_quarantined() throws InterruptedException {
        send("{\"ts\": \"2026-03-01T07:59:00Z\", \"values\": {\"oil_temp\": 5", Quarantined.LIVE);
        Quarantined held = next(site.quarantine.messages);
        send("{\"ts\": \"2026-03-01T07:59:00Z\", \"values\": {\"oil_temp\": 50}}", held.id());
        await(() -> count().stored() == 1);
        assertThat(site.stored()).extracting(Reading::at).containsExactly(NOW.minusSeconds(60));
        assertThat(count()).returns(1L, Count::received).returns(1L, Count::stored);
    }

    @Test
    void what_is_not_understood_again_is_another_message_with_a_link() throws InterruptedException {
        send("{", Quarantined.LIVE);
        Quarantined held = next(site.quarantine.messages);
        send("{{", held.id());
        Quarantined again = next(site.quarantine.messages);
        await(() -> count().received() == 1);
        assertThat(count()).returns(1L, Count::quarantined).matches(Count::balances);
        assertThat(site.ledger.replayOf(again.id())).isEqualTo(held.id());
        assertThat(again.received()).isEqualTo(held.received());
    }

    @Test
    void readings_that_were_taken_of_it_before_are_not_taken_twice() throws InterruptedException {
        String good = "{\"values\": {\"oil_temp\": 50}}";
        send("[" + good + ", {\"values\": 7}]", Quarantined.LIVE);
        Quarantined held = next(site.quarantine.messages);
        send("[" + good + ", {\"values\": {\"oil_temp\": 51}}]", held.id());
        await(() -> count().received() == 3);
        assertThat(count())
                .isEqualTo(new Count("lift-01", count().day(), 3, 2, 0, 1, 0))
                .matches(Count::balances);
    }

    @Test
    void a_message_that_says_nothing_comes_back_too() throws InterruptedException {
        send("{", Quarantined.LIVE);
        Quarantined held = next(site.quarantine.messages);
        site.ingest.receive(arrival("", held.id()), List.of(), () -> {});
        assertThat(next(site.quarantine.messages).reason()).contains("nothing");
    }

    @Test
    void a_kill_in_the_middle_of_a_replay_changes_nothing() throws InterruptedException {
        send("{", Quarantined.LIVE);
        Quarantined held = next(site.quarantine.messages);
        await(() -> count().quarantined() == 1);
        site.ledger.fail(1_000_000);
        send("{\"values\": {\"oil_temp\": 50}}", held.id());
        await(() -> site.history.kept().size() == 1);
        Site killed = site;
        site = killed.restarted(NOW);
        killed.ledger.fail(0);
        killed.close();
        assertThat(site.stored()).hasSize(1);
        await(() -> count().stored() == 1);
        assertThat(count()).returns(1L, Count::received).returns(0L, Count::quarantined);
        assertThat(site.ingest.hasCaughtUp()).isTrue();
    }

    private Count count() {
        return site.ledger.total("lift-01");
    }

    private void send(String payload, UUID replayOf) {
        site.ingest.receive(arrival(payload, replayOf), () -> {});
    }

    private static Arrival arrival(String payload, UUID replayOf) {
        return new Arrival(
                "mqtt:lift-01",
                new Sender.Anyone(),
                TOPIC,
                payload.getBytes(UTF_8),
                NOW,
                Publisher.NOWHERE,
                outcome -> {},
                replayOf);
    }
}
