package wrenchline.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.detection.Finding;
import wrenchline.core.reading.Quarantined;
import wrenchline.gateway.Site;
import wrenchline.gateway.payload.Sender;
import wrenchline.testkit.SettableClock;

/** Readings that come after newer ones: overheating is above 65 for 10 s. */
class LateReadingsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private Site site = new Site(clock);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void what_late_readings_tell_is_found_in_the_order_of_their_own_times() throws InterruptedException {
        send(NOW, 50);
        // In the wrong order, and each alone harmless.
        send(NOW.minusSeconds(580), 71);
        send(NOW.minusSeconds(570), 40);
        send(NOW.minusSeconds(600), 70);
        await(() -> site.history.kept().size() == 4 && site.ingest.snapshot().detectingLag() == 0);
        assertThat(site.findings).isEmpty();
        clock.advance(Duration.ofSeconds(11));
        assertThat(next(site.findings))
                .isInstanceOfSatisfying(
                        Finding.Raised.class,
                        raised -> assertThat(raised.since()).isEqualTo(NOW.minusSeconds(600)));
        assertThat(next(site.findings)).isInstanceOf(Finding.Cleared.class);
        assertThat(site.ledger.total("lift-01").late()).isEqualTo(3);
    }

    @Test
    void late_readings_that_were_not_looked_at_before_a_kill_are_looked_at_after_it() throws InterruptedException {
        send(NOW, 50);
        send(NOW.minusSeconds(600), 70);
        send(NOW.minusSeconds(580), 71);
        await(() -> site.history.kept().size() == 3);
        Site killed = site;
        site = killed.restarted(NOW.plusSeconds(5));
        killed.close();
        site.close();
        assertThat(site.findings).hasSize(2);
    }

    @Test
    void a_replayed_reading_of_the_past_is_not_taken_for_the_beginning_of_the_present() throws InterruptedException {
        send(NOW, 50);
        send(NOW.minusSeconds(3600), 70, UUID.randomUUID());
        send(NOW.plusSeconds(1), 70);
        send(NOW.plusSeconds(12), 70);
        assertThat(next(site.findings))
                .isInstanceOfSatisfying(
                        Finding.Raised.class,
                        raised -> assertThat(raised.since()).isEqualTo(NOW.plusSeconds(1)));
    }

    @Test
    void the_time_of_a_replay_says_nothing_of_the_machines_clock() {
        clock.advance(Duration.ofHours(1));
        send(NOW.minusSeconds(1), 50, UUID.randomUUID());
        await(() -> site.ledger.standing("lift-01").newest().equals(NOW.minusSeconds(1)));
        assertThat(site.ledger.standing("lift-01").clockOffset()).isNull();
        send(clock.instant().minusSeconds(90), 50);
        await(() ->
                Duration.ofSeconds(90).equals(site.ledger.standing("lift-01").clockOffset()));
    }

    private void send(Instant at, double temperature) {
        send(at, temperature, Quarantined.LIVE);
    }

    private void send(Instant at, double temperature, UUID replayOf) {
        String payload = "{\"ts\": \"" + at + "\", \"values\": {\"oil_temp\": " + temperature + "}}";
        Instant received = replayOf.equals(Quarantined.LIVE) ? clock.instant() : NOW;
        site.ingest.receive(
                new Arrival(
                        "mqtt:lift-01",
                        new Sender.Anyone(),
                        "equipment/lift-01/telemetry",
                        payload.getBytes(UTF_8),
                        received,
                        Publisher.NOWHERE,
                        outcome -> {},
                        replayOf),
                () -> {});
    }
}
