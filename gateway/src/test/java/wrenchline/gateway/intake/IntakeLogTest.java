package wrenchline.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.gateway.GatedDisk;
import wrenchline.gateway.Site;
import wrenchline.gateway.intake.IntakeState.Trouble;

class IntakeLogTest {

    @TempDir
    Path folder;

    private final BlockingQueue<String> kept = new LinkedBlockingQueue<>();
    private final GatedDisk disk = new GatedDisk();

    @Test
    void what_is_appended_is_read_again_in_order_also_after_a_restart() throws Exception {
        try (IntakeLog<String> log = open(1 << 20)) {
            append(log, "a", "b");
            assertThat(read(log, 0).frames).containsExactly("a", "b");
        }
        try (IntakeLog<String> log = open(1 << 20)) {
            append(log, "c");
            assertThat(read(log, 0).frames).containsExactly("a", "b", "c");
        }
    }

    @Test
    void what_nobody_has_followed_can_be_counted_while_the_log_is_closed() throws Exception {
        long afterFirst;
        try (IntakeLog<String> log = open(1 << 20)) {
            append(log, "a");
            afterFirst = log.synced();
            append(log, "b", "c");
        }
        Files.write(onlyFile(), new byte[] {0, 0, 0, 9, 1}, StandardOpenOption.APPEND);
        assertThat(Unfollowed.messages(folder, 0)).isEqualTo(3);
        assertThat(Unfollowed.messages(folder, afterFirst)).isEqualTo(2);
        assertThat(Unfollowed.messages(folder, Long.MAX_VALUE)).isZero();
        assertThat(Unfollowed.messages(folder.resolve("none"), 0)).isZero();
    }

    @Test
    void a_tail_torn_at_any_byte_is_cut_and_what_was_whole_before_it_is_there() throws Exception {
        List<Long> ends = new ArrayList<>();
        try (IntakeLog<String> log = open(1 << 20)) {
            for (String one : List.of("alpha", "beta", "gamma")) {
                append(log, one);
                ends.add(log.synced());
            }
        }
        byte[] whole = Files.readAllBytes(onlyFile());
        for (int length = 0; length < whole.length; length++) {
            Files.write(onlyFile(), Arrays.copyOf(whole, length));
            int torn = length;
            List<String> expected = IntStream.range(0, 3)
                    .filter(index -> ends.get(index) <= torn)
                    .mapToObj(List.of("alpha", "beta", "gamma")::get)
                    .toList();
            try (IntakeLog<String> log = open(1 << 20)) {
                append(log, "next");
                Read read = read(log, 0);
                List<String> all = new ArrayList<>(expected);
                all.add("next");
                assertThat(read.frames).as("torn at %d", torn).isEqualTo(all);
                assertThat(read.damages).isEmpty();
            }
        }
    }

    @Test
    void a_flipped_bit_in_any_byte_is_noticed_and_costs_no_other_group() throws Exception {
        List<Long> ends = new ArrayList<>(List.of(0L));
        try (IntakeLog<String> log = open(1 << 20)) {
            for (String one : List.of("alpha", "beta", "gamma")) {
                append(log, one);
                ends.add(log.synced());
            }
        }
        byte[] whole = Files.readAllBytes(onlyFile());
        for (int at = 0; at < ends.getLast(); at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            Files.write(onlyFile(), flipped);
            int damaged = at;
            List<String> others = IntStream.range(0, 3)
                    .filter(index -> damaged < ends.get(index) || damaged >= ends.get(index + 1))
                    .mapToObj(List.of("alpha", "beta", "gamma")::get)
                    .toList();
            try (IntakeLog<String> log = open(1 << 20)) {
                Read read = read(log, 0);
                assertThat(read.frames).as("byte %d", at).containsAll(others);
                assertThat(read.damages).as("byte %d", at).isNotEmpty();
            }
        }
    }

    @Test
    void frames_do_not_suffer_from_the_ends_of_files_and_passed_files_are_deleted() throws Exception {
        List<String> sent =
                IntStream.range(0, 200).mapToObj(index -> "message " + index).toList();
        try (IntakeLog<String> log = open(300)) {
            for (String one : sent) {
                append(log, one);
            }
            assertThat(read(log, 0).frames).isEqualTo(sent);
            assertThat(files()).hasSizeGreaterThan(10);
            log.release(log.synced());
            assertThat(files()).hasSize(1);
        }
        try (IntakeLog<String> log = open(300)) {
            append(log, "later");
            assertThat(read(log, log.synced() - 60).frames).contains("later");
        }
    }

    @Test
    void a_missing_file_is_told() throws Exception {
        try (IntakeLog<String> log = open(100)) {
            for (int index = 0; index < 30; index++) {
                append(log, "message " + index);
            }
        }
        Files.delete(files().get(2));
        try (IntakeLog<String> log = open(100)) {
            Read read = read(log, 0);
            assertThat(read.damages).hasSize(1);
            assertThat(read.frames).contains("message 0", "message 29");
        }
    }

    @Test
    void a_position_is_never_used_twice_even_when_the_log_is_lost() throws Exception {
        long passed;
        try (IntakeLog<String> log = open(1 << 20)) {
            append(log, "a");
            passed = log.synced();
        }
        Files.delete(onlyFile());
        try (IntakeLog<String> log = IntakeLog.open(settings(1 << 20, 1L << 30), disk, passed, kept::addAll)) {
            append(log, "b");
            Read read = read(log, passed);
            assertThat(read.frames).containsExactly("b");
            assertThat(read.positions.getFirst()).isGreaterThan(passed);
        }
    }

    @Test
    void a_full_log_waits_until_what_it_holds_is_passed_and_raises_the_alarm_before() throws Exception {
        byte[] message = new byte[1_000];
        message[0] = 1;
        try (IntakeLog<String> log = IntakeLog.open(settings(2_000, 20_000), disk, 0, kept::addAll)) {
            int sent = 0;
            while (log.state().trouble() != Trouble.STOPPED) {
                log.append(message, message.length, "kept", () -> {});
                sent++;
                int count = sent;
                Site.await(() -> kept.size() == count || log.state().trouble() == Trouble.STOPPED);
                if (kept.size() == 18) {
                    assertThat(log.state().trouble()).isEqualTo(Trouble.FILLING);
                }
            }
            assertThat(kept).hasSize(sent - 1).hasSizeBetween(18, 20);
            log.release(log.synced());
            int all = sent;
            Site.await(() -> kept.size() == all);
            assertThat(log.state().trouble()).isEqualTo(Trouble.NONE);
        }
    }

    @Test
    void a_group_that_could_not_be_synced_is_written_again() throws Exception {
        try (IntakeLog<String> log = open(1 << 20)) {
            append(log, "a");
            disk.fail(3);
            append(log, "b");
            append(log, "c");
            assertThat(read(log, 0).frames).containsExactly("a", "b", "c");
            assertThat(log.state().trouble()).isEqualTo(Trouble.NONE);
        }
    }

    @Test
    void many_appenders_keep_the_order_of_each_and_nothing_is_lost() throws Exception {
        int appenders = 4;
        int each = 2_000;
        CountDownLatch done = new CountDownLatch(appenders);
        try (IntakeLog<String> log = open(10_000)) {
            for (int appender = 0; appender < appenders; appender++) {
                String name = "appender-" + appender;
                Thread.ofVirtual().start(() -> {
                    for (int index = 0; index < each; index++) {
                        byte[] body = (name + " " + index).getBytes(UTF_8);
                        log.append(body, body.length, name, () -> {});
                    }
                    done.countDown();
                });
            }
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            Site.await(() -> kept.size() == appenders * each);
            List<String> frames = read(log, 0).frames;
            for (int appender = 0; appender < appenders; appender++) {
                String name = "appender-" + appender + " ";
                assertThat(frames.stream().filter(frame -> frame.startsWith(name)))
                        .containsExactlyElementsOf(IntStream.range(0, each)
                                .mapToObj(index -> name + index)
                                .toList());
            }
        }
    }

    private IntakeLog<String> open(int segmentBytes) {
        return IntakeLog.open(settings(segmentBytes, 1L << 30), disk, 0, kept::addAll);
    }

    private IntakeSettings settings(int segmentBytes, long capacity) {
        return new IntakeSettings(folder, capacity, segmentBytes, 1 << 20, Duration.ZERO, Duration.ofSeconds(10));
    }

    private void append(IntakeLog<String> log, String... messages) throws InterruptedException {
        for (String message : messages) {
            byte[] body = message.getBytes(UTF_8);
            log.append(body, body.length, message, () -> {});
            assertThat(next(kept)).isEqualTo(message);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().getFirst();
    }

    private static Read read(IntakeLog<String> log, long from) throws InterruptedException {
        Read read = new Read();
        try (LogReader reader = log.read(from)) {
            while (reader.position() < log.synced()) {
                reader.read(64, Duration.ofSeconds(10), read);
            }
        }
        return read;
    }

    private static final class Read implements LogReader.Each {
        private final List<String> frames = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private final List<String> damages = new ArrayList<>();

        @Override
        public void frame(long position, ByteBuffer body) {
            positions.add(position);
            frames.add(UTF_8.decode(body).toString());
        }

        @Override
        public void entries(List<Entry> remembered) {
            throw new AssertionError("these tests give bytes alone");
        }

        @Override
        public void damage(long from, long to, byte[] content) {
            damages.add(from + "-" + to);
        }
    }
}
