package wrenchline.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.payload.Decoded;

/** What those who follow closely get from memory is what those who come later read from disk. */
class TailTest {

    /** Finer than what the log keeps. */
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456789Z");

    private static final EquipmentId LIFT = new EquipmentId("lift-01");

    /** More than is remembered. */
    private static final int MANY = 200_000;

    @TempDir
    Path folder;

    private final EntryWriter writer = new EntryWriter();

    @Test
    void what_is_remembered_is_what_would_be_read() throws InterruptedException {
        Read close = new Read();
        try (IntakeLog<String> log = open();
                LogReader reader = log.read(0)) {
            for (int seq = 0; seq < 100; seq++) {
                append(log, reading(seq));
                reader.read(1 << 20, Duration.ofSeconds(20), close);
            }
        }
        Read later = readAll();
        assertThat(close.remembered).isEqualTo(100);
        assertThat(later.remembered).isZero();
        assertThat(close.entries).isEqualTo(later.entries).hasSize(100);
    }

    @Test
    void what_is_no_reading_is_read_from_disk_in_its_place() throws InterruptedException {
        Decoded event = new Decoded.Event(new DeviceEvent(LIFT, NOW, NOW, "E042", Severity.MAJOR, ""));
        Read close = new Read();
        try (IntakeLog<String> log = open();
                LogReader reader = log.read(0)) {
            append(log, reading(1));
            append(log, event);
            append(log, reading(2));
            read(log, reader, close);
        }
        assertThat(close.entries).isEqualTo(readAll().entries).hasSize(3);
        assertThat(close.entries.get(1).parts().getFirst()).isInstanceOf(Decoded.Event.class);
    }

    @Test
    void one_who_comes_too_late_for_what_is_remembered_misses_nothing() throws InterruptedException {
        Read late = new Read();
        try (IntakeLog<String> log = open();
                LogReader reader = log.read(0)) {
            for (int seq = 0; seq < MANY; seq++) {
                append(log, reading(seq));
            }
            read(log, reader, late);
        }
        assertThat(late.remembered).isLessThan(MANY);
        assertThat(late.entries)
                .extracting(entry -> entry.readings().getFirst().reading().seq())
                .hasSize(MANY)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private IntakeLog<String> open() {
        IntakeSettings settings =
                new IntakeSettings(folder, 1L << 30, 1 << 20, 1 << 20, Duration.ZERO, Duration.ofSeconds(10));
        return IntakeLog.open(settings, channel -> {}, 0, group -> {});
    }

    private void append(IntakeLog<String> log, Decoded part) {
        List<Decoded> parts = List.of(part);
        int length = writer.write(NOW, parts, Entry.Original.NONE, Quarantined.LIVE);
        log.append(writer.bytes(), length, Entry.asRead(NOW, parts, Entry.Original.NONE), "", () -> {});
    }

    private static Decoded reading(long seq) {
        Reading reading = new Reading(LIFT, NOW.minusMillis(5), NOW, seq, Map.of("oil_temp", seq / 3.0, "p", -0.0));
        return new Decoded.Telemetry(LIFT, List.of(reading), "");
    }

    private Read readAll() throws InterruptedException {
        Read read = new Read();
        try (IntakeLog<String> log = open();
                LogReader reader = log.read(0)) {
            read(log, reader, read);
        }
        return read;
    }

    /** Everything, once it is on disk. */
    private static void read(IntakeLog<String> log, LogReader reader, Read read) throws InterruptedException {
        Site.await(() -> log.state().queuedBytes() == 0);
        while (reader.position() < log.synced()) {
            reader.read(1 << 20, Duration.ofSeconds(10), read);
        }
    }

    private static final class Read implements LogReader.Each {
        private final List<Entry> entries = new ArrayList<>();
        private final EntryReader reader = new EntryReader();
        private int remembered;

        @Override
        public void frame(long position, ByteBuffer body) {
            entries.add(reader.read(position, body));
        }

        @Override
        public void entries(List<Entry> some) {
            entries.addAll(some);
            remembered += some.size();
        }

        @Override
        public void damage(long from, long to, byte[] content) {
            throw new AssertionError("damaged from " + from + " to " + to);
        }
    }
}
