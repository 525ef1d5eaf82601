package wrenchline.gateway.detecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.GatedHistory;
import wrenchline.gateway.MemoryDetectorStates;
import wrenchline.gateway.MemoryFittings;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.intake.Retry;
import wrenchline.gateway.payload.Decoded;

/** What a process that was killed had shown to its detectors, and what the next one shows them. */
class KeptDetectorsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final int READINGS = 400;
    private static final Entry ENTRY = new Entry(
            0,
            NOW,
            List.of(new Decoded.Rejected(Decoded.Fault.PAYLOAD, "only its readings count")),
            Entry.Original.NONE,
            Quarantined.LIVE);

    private final GatedHistory history = new GatedHistory();
    private final MemoryDetectorStates states = new MemoryDetectorStates();
    private Adding detector = new Adding();

    @Test
    void each_reading_has_its_effect_once_however_often_and_wherever_the_process_is_killed() {
        for (int seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            states.states.clear();
            int told = 0;
            while (told < READINGS) {
                Detection process = process();
                int killed = told + 1 + random.nextInt(120);
                for (int position = told; position < Math.min(killed, READINGS); position++) {
                    Taken taken = taken(position);
                    history.keep(List.of(taken));
                    process.on(taken, ENTRY);
                    if (random.nextInt(20) == 0) {
                        process.settle(position + 1, true);
                    }
                }
                // Where the follower goes on is written down less often than what detectors know, and never ahead of
                // it.
                int noted = Math.min(killed, READINGS);
                told = noted == READINGS ? noted : Math.max(told, noted - random.nextInt(30));
            }
            assertThat(detector.sum).as("seed %d", seed).isEqualTo(READINGS * (READINGS - 1L) / 2);
        }
    }

    @Test
    void a_damaged_state_begins_afresh_with_the_history_of_the_last_minutes() {
        Detection first = process();
        for (int position = 0; position < READINGS; position++) {
            history.keep(List.of(taken(position)));
            first.on(taken(position), ENTRY);
        }
        first.settle(READINGS, true);
        byte[] bytes = states.find(LIFT).orElseThrow().bytes();
        bytes[bytes.length - 1] ^= 1;
        states.keep(List.of(new DetectorState(LIFT, READINGS, NOW, bytes)));

        process().on(taken(READINGS), ENTRY);
        assertThat(detector.sum).isEqualTo((READINGS + 1L) * READINGS / 2);
    }

    @Test
    void without_a_history_what_was_kept_is_still_known() {
        Detection first = process();
        first.on(taken(5), ENTRY);
        first.settle(6, true);
        history.failReads();
        process().on(taken(6), ENTRY);
        assertThat(detector.sum).isEqualTo(11);
    }

    private Detection process() {
        detector = new Adding();
        InstantSource clock = InstantSource.fixed(NOW);
        return new Detection(
                history,
                _ -> Optional.of(detector),
                new Keeping(
                        states,
                        new MemoryFittings(),
                        new Keeping.Pace(Duration.ofMinutes(5), Duration.ofMinutes(5)),
                        clock),
                _ -> true,
                Duration.ofMinutes(15),
                clock,
                new Retry(Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    private static Taken taken(int position) {
        Instant at = NOW.minusSeconds(READINGS).plusSeconds(position);
        return new Taken(position, new Reading(LIFT, at, at, Reading.NO_SEQ, Map.of("oil_temp", (double) position)));
    }

    /** Adds up what it is shown, as often as it is shown it. */
    private static final class Adding implements Detector {
        private long sum;

        @Override
        public List<Finding> on(Reading reading) {
            sum += reading.values().getOrDefault("oil_temp", 0.0).longValue();
            return new ArrayList<>();
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(sum);
        }

        @Override
        public void read(DataInput in) throws IOException {
            sum = in.readLong();
        }
    }
}
