package wrenchline.gateway.mqtt.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.gateway.intake.Disk;

class RetainedLogTest {

    private static final long SEGMENT = 10_000;

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void what_was_told_to_be_on_disk_is_retained_after_a_kill() throws Exception {
        try (RetainedLog log = open(folder)) {
            RetainedMessages retained = new RetainedMessages(HubLimits.usual(), log);
            put(retained, message("a", "1"), message("b", "1"), message("a", "2"), message("c", "1"), message("b", ""));
            Path asKilled = copy(folder);
            assertThat(texts(retained)).containsExactly("a=2", "c=1");
            try (RetainedLog next = open(asKilled)) {
                assertThat(texts(new RetainedMessages(HubLimits.usual(), next))).containsExactly("a=2", "c=1");
            }
        }
    }

    @Test
    void what_had_no_room_is_not_there_in_an_older_form_after_a_restart() throws Exception {
        HubLimits limits = new HubLimits(1, 1, 1, 10, 500);
        try (RetainedLog log = open(folder)) {
            RetainedMessages retained = new RetainedMessages(limits, log);
            put(retained, message("a", "old"), message("a", "x".repeat(500)));
            assertThat(retained.refused()).isOne();
        }
        try (RetainedLog log = open(folder)) {
            assertThat(texts(new RetainedMessages(limits, log))).isEmpty();
        }
    }

    @Test
    void what_the_house_retains_is_left_to_the_house() throws Exception {
        try (RetainedLog log = open(folder)) {
            put(new RetainedMessages(HubLimits.usual(), log), Publication.ofHouse("state", bytes("online"), 1, true));
        }
        try (RetainedLog log = open(folder)) {
            assertThat(log.read()).isEmpty();
        }
    }

    @Test
    void properties_and_what_is_left_of_the_expiry_come_back() throws Exception {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(MqttProperties.PUBLICATION_EXPIRY_INTERVAL, 60));
        properties.add(new IntegerProperty(MqttProperties.PAYLOAD_FORMAT_INDICATOR, 1));
        properties.add(new StringProperty(MqttProperties.CONTENT_TYPE, "温度"));
        properties.add(new BinaryProperty(MqttProperties.CORRELATION_DATA, new byte[] {0, -1}));
        properties.add(new UserProperty("key", "one"));
        properties.add(new UserProperty("key", "two"));
        try (RetainedLog log = open(folder)) {
            put(
                    new RetainedMessages(HubLimits.usual(), log),
                    Publication.of("a", bytes("x"), 1, true, "one", properties));
        }
        now = now.plusSeconds(50);
        try (RetainedLog log = open(folder)) {
            MqttProperties back = log.read().getFirst().propertiesNow();
            assertThat(number(back, MqttProperties.PUBLICATION_EXPIRY_INTERVAL)).isBetween(1, 10);
            assertThat(number(back, MqttProperties.PAYLOAD_FORMAT_INDICATOR)).isOne();
            assertThat(back.getProperty(MqttProperties.CONTENT_TYPE).value()).isEqualTo("温度");
            assertThat(back.getProperty(MqttProperties.CORRELATION_DATA).value())
                    .isEqualTo(new byte[] {0, -1});
            assertThat(back.getProperties(MqttProperties.USER_PROPERTY))
                    .extracting(property -> property.value())
                    .containsExactly(new StringPair("key", "one"), new StringPair("key", "two"));
        }
        now = now.plusSeconds(20);
        try (RetainedLog log = open(folder)) {
            assertThat(new RetainedMessages(HubLimits.usual(), log).matching("#"))
                    .isEmpty();
        }
    }

    @Test
    void a_status_said_over_and_over_takes_bounded_room_and_loses_nobody_elses() throws Exception {
        try (RetainedLog log = open(folder)) {
            RetainedMessages retained = new RetainedMessages(HubLimits.usual(), log);
            put(retained, message("other", "kept"));
            for (int round = 0; round < 20; round++) {
                int from = round * 100;
                put(
                        retained,
                        IntStream.range(from, from + 100)
                                .mapToObj(count -> message("a", "%0100d".formatted(count)))
                                .toArray(Publication[]::new));
            }
            assertThat(size(folder)).isLessThan(6 * SEGMENT);
        }
        try (RetainedLog log = open(folder)) {
            assertThat(texts(new RetainedMessages(HubLimits.usual(), log)))
                    .containsExactly("a=%0100d".formatted(1999), "other=kept");
        }
    }

    private RetainedLog open(Path where) {
        return RetainedLog.open(where, SEGMENT, Disk.REAL, () -> now);
    }

    /** Returns when all are on disk. */
    private static void put(RetainedMessages retained, Publication... messages) throws InterruptedException {
        CountDownLatch onDisk = new CountDownLatch(messages.length);
        for (Publication message : messages) {
            retained.put(message, onDisk::countDown);
        }
        onDisk.await();
    }

    private static List<String> texts(RetainedMessages retained) {
        return retained.matching("#").stream()
                .map(message -> message.topic() + "=" + new String(message.payload(), UTF_8))
                .toList();
    }

    private static Publication message(String topic, String text) {
        return Publication.of(topic, bytes(text), 1, true, "one", MqttProperties.NO_PROPERTIES);
    }

    private static int number(MqttProperties properties, int id) {
        return ((IntegerProperty) properties.getProperty(id)).value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Path copy(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("retained");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
