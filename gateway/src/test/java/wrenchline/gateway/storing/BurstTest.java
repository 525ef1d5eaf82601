package wrenchline.gateway.storing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.reading.Ledger;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Sender;

/** A controller sends what it has gathered at once: more readings than are remembered, of the same millisecond. */
class BurstTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final int READINGS = 5_000;

    private final Site site = new Site(InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_burst_of_one_millisecond_is_written_in_few_commits_and_looked_up_nowhere() {
        burst();
        assertThat(site.stored()).hasSize(READINGS);
        assertThat(site.history.lookups()).isZero();
        assertThat(site.history.calls.size()).isLessThan(READINGS / 50);
    }

    @Test
    void a_burst_that_comes_again_is_known_by_one_look_for_a_batch() {
        burst();
        site.stored();
        burst();
        assertThat(site.stored()).hasSize(READINGS);
        assertThat(site.history.lookups()).isLessThan(READINGS / 50);
        site.ingest.close();
        assertThat(site.ledger.total("lift-01"))
                .returns(2L * READINGS, Ledger.Count::received)
                .returns((long) READINGS, Ledger.Count::stored)
                .returns((long) READINGS, Ledger.Count::duplicate);
    }

    /** All of it while the disk is busy, so that the log takes it as one group. */
    private void burst() {
        site.disk.close();
        for (int seq = 0; seq < READINGS; seq++) {
            String message = "{\"ts\": " + NOW.minusMillis(1).toEpochMilli() + ", \"seq\": " + seq
                    + ", \"values\": {\"oil_temp\": 50}}";
            site.ingest.receive(
                    new Arrival(
                            "test",
                            new Sender.Anyone(),
                            "equipment/lift-01/telemetry",
                            message.getBytes(UTF_8),
                            NOW,
                            Publisher.NOWHERE,
                            unused -> {}),
                    () -> {});
        }
        site.disk.open();
        Site.await(() ->
                site.ingest.snapshot().acknowledged() == site.ingest.snapshot().received());
    }
}
