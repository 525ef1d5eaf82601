package wrenchline.gateway.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Reading;

class PayloadDecoderTest {

    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final PayloadDecoder DECODER = new PayloadDecoder(4096);

    @Test
    void a_reading_keeps_its_time_its_counter_and_its_values() {
        Instant at = NOW.minusSeconds(5);
        assertThat(telemetry("{\"ts\": " + at.toEpochMilli()
                        + ", \"seq\": 17, \"values\": {\"oil_temp\": 61.2, \"pressure\": 148.0}}"))
                .isEqualTo(accepted(new Reading(LIFT, at, NOW, 17, Map.of("oil_temp", 61.2, "pressure", 148.0))));
    }

    @Test
    void a_reading_without_time_is_dated_by_its_arrival_and_needs_no_counter() {
        assertThat(telemetry("{\"values\": {\"oil_temp\": 61}}"))
                .isEqualTo(accepted(new Reading(LIFT, NOW, NOW, Reading.NO_SEQ, Map.of("oil_temp", 61.0))));
    }

    @Test
    void iso_times_with_any_zone_are_understood() {
        assertThat(telemetry("{\"ts\": \"2026-03-01T15:59:00+08:00\", \"values\": {\"oil_temp\": 61}}"))
                .isEqualTo(accepted(
                        new Reading(LIFT, NOW.minusSeconds(60), NOW, Reading.NO_SEQ, Map.of("oil_temp", 61.0))));
    }

    @Test
    void booleans_count_as_one_and_zero_and_unknown_fields_are_ignored() {
        assertThat(telemetry("{\"fw\": {\"v\": [1, 2]}, \"values\": {\"door\": true, \"lamp\": false}, \"x\": null}"))
                .isEqualTo(accepted(new Reading(LIFT, NOW, NOW, Reading.NO_SEQ, Map.of("door", 1.0, "lamp", 0.0))));
    }

    @Test
    void the_good_elements_of_an_array_count_and_the_bad_one_is_named() {
        Decoded decoded =
                telemetry("[{\"values\": {\"a\": 1}}, {\"values\": {\"a\": \"hot\"}}, {\"values\": {\"a\": 3}}]");
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Telemetry.class, telemetry -> {
            assertThat(telemetry.readings())
                    .extracting(Reading::values)
                    .containsExactly(Map.of("a", 1.0), Map.of("a", 3.0));
            assertThat(telemetry.fault()).isEqualTo("element 1: the value of a is not a number");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"values\": {\"a\": NaN}}               | the value of a is not finite",
                "{\"values\": {\"a\": 1e999}}             | the value of a is not finite",
                "{\"values\": {\"a\": null}}              | the value of a is not a number",
                "{\"values\": {\"a\": [1]}}               | the value of a is not a number",
                "{\"values\": {\"a\": 1, \"a\": 2}}       | metric a is there twice",
                "{\"values\": {\"\": 1}}                  | the metric name '' is empty",
                "{\"values\": {}}                         | there are no values",
                "{\"ts\": 1772352000000}                  | there are no values",
                "{\"values\": 5}                          | values is not a JSON object",
                "{\"seq\": -1, \"values\": {\"a\": 1}}    | seq is not a whole number",
                "{\"seq\": 1.5, \"values\": {\"a\": 1}}   | seq is not a whole number",
                "{\"ts\": 1772352000, \"values\": {\"a\": 1}} | is it in milliseconds?",
                "{\"ts\": 1772496000000, \"values\": {\"a\": 1}} | is in the future",
                "{\"ts\": \"yesterday\", \"values\": {\"a\": 1}} | is not ISO-8601",
                "{\"ts\": \"2026-03-01T08:00:00\", \"values\": {\"a\": 1}} | with a time zone",
                "{\"ts\": 99999999999999999999, \"values\": {\"a\": 1}} | out of range",
                "{\"ts\": {}, \"values\": {\"a\": 1}}     | neither milliseconds",
                "[]                                       | there is no reading in it",
                "17                                       | not a JSON object",
                "{\"values\": {\"a\": 1}} {}              | more after the first JSON value",
                "{\"values\": {\"a\": 1}                  | not readable as JSON",
                "[{\"values\": {\"a\": 1}},               | not readable as JSON",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]] | not readable as JSON",
                "temperature=5                            | not readable as JSON",
            })
    void what_is_no_reading_is_rejected_with_its_reason(String payload, String reason) {
        assertThat(telemetry(payload))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(reason));
    }

    @Test
    void an_empty_or_too_long_payload_is_rejected() {
        assertThat(telemetry("")).isInstanceOf(Decoded.Rejected.class);
        assertThat(telemetry(" ".repeat(5000)))
                .isEqualTo(new Decoded.Rejected(Decoded.Fault.PAYLOAD, "5000 bytes are more than the 4096 allowed"));
    }

    @Test
    void a_payload_may_be_compressed_with_gzip() throws IOException {
        byte[] compressed = gzip("{\"values\": {\"oil_temp\": 61}}".getBytes(UTF_8));
        assertThat(DECODER.decode("equipment/lift-01/telemetry", compressed, NOW))
                .isEqualTo(accepted(new Reading(LIFT, NOW, NOW, Reading.NO_SEQ, Map.of("oil_temp", 61.0))));
        assertThat(DECODER.decode("equipment/lift-01/status", gzip("online".getBytes(UTF_8)), NOW))
                .isEqualTo(new Decoded.Status(new DeviceStatus(LIFT, NOW, true)));
    }

    @Test
    void a_bomb_is_not_inflated_beyond_the_longest_payload() throws IOException {
        byte[] bomb = gzip(new byte[3_000_000]);
        assertThat(bomb).hasSizeLessThan(4096);
        assertThat(DECODER.decode("equipment/lift-01/telemetry", bomb, NOW))
                .isEqualTo(new Decoded.Rejected(
                        Decoded.Fault.PAYLOAD, "its gzip inflates to more than the 4096 bytes allowed"));
    }

    @Test
    void gzip_that_is_cut_off_or_none_is_rejected() throws IOException {
        byte[] whole = gzip("{\"values\": {\"oil_temp\": 61}}".getBytes(UTF_8));
        for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length - 9), new byte[] {0x1f, (byte) 0x8b, 0x7f})) {
            assertThat(DECODER.decode("equipment/lift-01/telemetry", broken, NOW))
                    .isInstanceOfSatisfying(
                            Decoded.Rejected.class,
                            rejected -> assertThat(rejected.reason()).startsWith("not readable as gzip"));
        }
    }

    @Test
    void an_event_keeps_code_severity_and_text() {
        assertThat(decode(
                        "equipment/lift-01/event",
                        "{\"ts\": 1772351999000, \"code\": \"E042\", \"severity\": \"major\", \"text\": \"油温过高\"}"))
                .isEqualTo(new Decoded.Event(
                        new DeviceEvent(LIFT, NOW.minusSeconds(1), NOW, "E042", Severity.MAJOR, "油温过高")));
    }

    @Test
    void an_event_with_only_a_code_is_minor() {
        assertThat(decode("equipment/lift-01/event", "{\"code\": 42}"))
                .isEqualTo(new Decoded.Event(new DeviceEvent(LIFT, NOW, NOW, "42", Severity.MINOR, "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\": \"\"}",
                "{\"code\": \"E1\", \"severity\": \"terrible\"}",
                "{\"code\": {}}",
                "[]",
                "E042"
            })
    void an_event_without_code_or_with_an_unknown_severity_is_rejected(String payload) {
        assertThat(decode("equipment/lift-01/event", payload)).isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void text_that_the_database_refuses_is_made_fit() {
        assertThat(decode("equipment/lift-01/event", "{\"code\": \"E1\", \"text\": \"a\\u0000b\"}"))
                .isEqualTo(new Decoded.Event(new DeviceEvent(LIFT, NOW, NOW, "E1", Severity.MINOR, "a\uFFFDb")));
    }

    @Test
    void a_status_is_online_or_offline() {
        assertThat(decode("equipment/lift-01/status", "online"))
                .isEqualTo(new Decoded.Status(new DeviceStatus(LIFT, NOW, true)));
        assertThat(decode("equipment/lift-01/status", "\"OFFLINE\"\n"))
                .isEqualTo(new Decoded.Status(new DeviceStatus(LIFT, NOW, false)));
        assertThat(decode("equipment/lift-01/status", "maybe")).isInstanceOf(Decoded.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "equipment",
                "equipment/lift-01",
                "equipment/lift-01/telemetry/x",
                "equipment/lift 01/telemetry",
                "equipment//telemetry",
                "machine/lift-01/telemetry",
                "equipment/lift-01/wish"
            })
    void a_topic_of_another_form_is_rejected_for_its_topic(String topic) {
        assertThat(decode(topic, "{\"values\": {\"a\": 1}}"))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.fault()).isEqualTo(Decoded.Fault.TOPIC));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static Decoded accepted(Reading reading) {
        return new Decoded.Telemetry(LIFT, List.of(reading), "");
    }

    private static Decoded telemetry(String payload) {
        return decode("equipment/lift-01/telemetry", payload);
    }

    private static Decoded decode(String topic, String payload) {
        return DECODER.decode(topic, payload.getBytes(UTF_8), NOW);
    }
}
