package wrenchline.gateway.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import wrenchline.core.reading.Reading;

class PayloadFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static final List<String> SEEDS = List.of(
            "{\"ts\": 1772351999000, \"seq\": 17, \"values\": {\"oil_temp\": 61.2, \"pressure\": 148.0, \"on\": true}}",
            "[{\"ts\": \"2026-03-01T07:00:00Z\", \"values\": {\"a\": -1e-5}}, {\"values\": {\"b\": NaN}}]",
            "{\"ts\": 1772351999000, \"code\": \"E042\", \"severity\": \"major\", \"text\": \"\\u6cb9\\ud83d\"}",
            "{\"id\": \"2f6f0f3e-1d6e-4f0f-8f7c-3f2b8b0f4a10\", \"ok\": false, \"reason\": \"\\u6cb9\\ud83d\"}",
            "online",
            "");

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "1e400",
            "-",
            "\\u0000",
            "\\",
            "\"values\":",
            "\"ts\":",
            "[[[[[[[[[");

    private final PayloadDecoder decoder = new PayloadDecoder(8192);

    @Test
    void every_mangled_message_is_answered_and_what_is_accepted_is_sound() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_301);
        for (int round = 0; round < 200_000; round++) {
            String topic = "equipment/lift-01/"
                    + List.of("telemetry", "event", "status", "command/ack").get(random.nextInt(4));
            byte[] payload = mangled(random);
            Decoded decoded = decoder.decode(topic, payload, NOW);
            switch (decoded) {
                case Decoded.Telemetry telemetry ->
                    assertThat(telemetry.readings()).isNotEmpty().allMatch(PayloadFuzzTest::sound);
                case Decoded.Event event ->
                    assertThat(event.event().code()).isNotBlank().doesNotContain("\0");
                case Decoded.Status status -> assertThat(status.status().at()).isEqualTo(NOW);
                case Decoded.Answer(var answer) ->
                    assertThat(answer.reason()).doesNotContain("\0").hasSizeLessThan(400);
                case Decoded.Attributes attributes -> throw new AssertionError("no such topic: " + attributes);
                case Decoded.Rejected rejected ->
                    assertThat(rejected.reason())
                            .isNotBlank()
                            .doesNotContain("\0")
                            .doesNotStartWith("the decoder failed");
            }
        }
    }

    private static boolean sound(Reading reading) {
        return !reading.values().isEmpty()
                && reading.values().values().stream().allMatch(Double::isFinite)
                && !reading.at().isAfter(NOW.plus(EventTime.AHEAD));
    }

    private static byte[] mangled(RandomGenerator random) {
        byte[] seed = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int changes = random.nextInt(4);
        for (byte one : seed) {
            boolean change = changes > 0 && random.nextInt(seed.length) < 3;
            if (!change) {
                out.write(one);
                continue;
            }
            changes--;
            switch (random.nextInt(4)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 ->
                    out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
                case 2 -> out.writeBytes(seed);
                default -> out.write(one ^ (1 << random.nextInt(8)));
            }
        }
        byte[] whole = out.toByteArray();
        return random.nextInt(5) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length + 1)) : whole;
    }
}
