package wrenchline.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Standing;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.payload.Sender;
import wrenchline.testkit.SettableClock;

/** Our clock jumps, or a controller's. */
class ClockJumpTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String HOT = "{\"values\": {\"oil_temp\": 70}}";

    private final SettableClock clock = new SettableClock(NOW);
    private final Site site = new Site(clock);
    private final BlockingQueue<Outcome> acknowledged = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void after_our_clock_was_a_day_ahead_nothing_is_lost_and_the_machine_is_watched_again() throws Exception {
        clock.advance(Duration.ofDays(1));
        send("{\"values\": {\"oil_temp\": 50}}");
        clock.set(NOW);
        for (int second = 0; second <= 10; second++) {
            send(HOT);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(next(site.findings)).isInstanceOf(Finding.Raised.class);
        assertThat(site.stored()).hasSize(12);
        await(() -> books().received() == 12);
        assertThat(books()).isEqualTo(new Ledger.Count("lift-01", books().day(), 12, 12, 0, 0, 0));
    }

    @Test
    void while_our_clock_is_a_day_behind_dated_readings_wait_in_quarantine_and_undated_ones_are_stored()
            throws Exception {
        clock.advance(Duration.ofDays(-1));
        send("{\"ts\": " + NOW.toEpochMilli() + ", \"values\": {\"oil_temp\": 50}}");
        send(HOT);
        assertThat(next(site.quarantine.messages).reason()).contains("is in the future");
        assertThat(site.stored()).hasSize(1);
        await(() -> books().received() == 2);
        assertThat(books().balances()).isTrue();
    }

    @Test
    void a_controller_whose_clock_falls_back_to_its_beginning_loses_nothing() throws Exception {
        send("{\"ts\": " + NOW.toEpochMilli() + ", \"seq\": 1, \"values\": {\"oil_temp\": 50}}");
        send("{\"ts\": 1, \"seq\": 2, \"values\": {\"oil_temp\": 51}}");
        send("{\"ts\": \"2001-01-01T00:00:00Z\", \"seq\": 3, \"values\": {\"oil_temp\": 52}}");
        assertThat(next(site.quarantine.messages).reason()).contains("before 2000");
        assertThat(site.stored()).hasSize(2);
        await(() -> books().received() == 3);
        assertThat(books().balances()).isTrue();
    }

    @Test
    void after_a_controllers_clock_was_half_an_hour_ahead_it_is_neither_late_nor_ahead_any_more() throws Exception {
        send(dated(NOW.plus(Duration.ofMinutes(30)), 1));
        clock.advance(Duration.ofSeconds(1));
        send(dated(clock.instant(), 2));
        clock.advance(Duration.ofSeconds(1));
        send(dated(clock.instant(), 3));
        assertThat(site.stored()).hasSize(3);
        await(() -> books().stored() == 3);
        assertThat(books().late()).isZero();
        Standing standing =
                site.ledger.standings(List.of(new EquipmentId("lift-01"))).getFirst();
        assertThat(standing.newest()).isEqualTo(clock.instant());
        assertThat(standing.clockOffset()).isBetween(Duration.ZERO, Duration.ofMillis(1));
        assertThat(standing.sequence().restarts()).isZero();
    }

    private static String dated(Instant at, int seq) {
        return "{\"ts\": \"" + at + "\", \"seq\": " + seq + ", \"values\": {\"oil_temp\": 50}}";
    }

    private Ledger.Count books() {
        return site.ledger.total("lift-01");
    }

    private void send(String payload) throws InterruptedException {
        Arrival arrival = new Arrival(
                "test",
                new Sender.Anyone(),
                "equipment/lift-01/telemetry",
                payload.getBytes(UTF_8),
                clock.instant(),
                Publisher.NOWHERE,
                acknowledged::add);
        assertThat(site.ingest.receive(arrival, () -> {})).isTrue();
        next(acknowledged);
    }
}
