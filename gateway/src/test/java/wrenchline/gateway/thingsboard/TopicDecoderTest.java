package wrenchline.gateway.thingsboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Sender;

class TopicDecoderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final TopicDecoder DECODER = new TopicDecoder(64 * 1024);

    @Test
    void bare_values_are_a_reading_of_now() {
        assertThat(telemetry(
                        "{\"oil_temp\": 61.5, \"door\": true, \"lamp\": false, \"count\": \"42\", \"spare\": null}"))
                .containsExactly(
                        readings(reading(NOW, Map.of("oil_temp", 61.5, "door", 1.0, "lamp", 0.0, "count", 42.0))));
    }

    @Test
    void values_with_a_time_are_a_reading_of_that_time_whichever_comes_first() {
        Instant at = NOW.minusSeconds(7);
        Decoded expected = readings(reading(at, Map.of("oil_temp", 61.5)));
        assertThat(telemetry("{\"ts\": " + at.toEpochMilli() + ", \"values\": {\"oil_temp\": 61.5}}"))
                .containsExactly(expected);
        assertThat(telemetry("{\"values\": {\"oil_temp\": 61.5}, \"ts\": " + at.toEpochMilli() + "}"))
                .containsExactly(expected);
    }

    @Test
    void both_forms_may_stand_in_one_array() {
        Instant at = NOW.minusSeconds(7);
        assertThat(telemetry(
                        "[{\"oil_temp\": 60}, {\"ts\": " + at.toEpochMilli() + ", \"values\": {\"oil_temp\": 61}}]"))
                .containsExactly(
                        readings(reading(NOW, Map.of("oil_temp", 60.0)), reading(at, Map.of("oil_temp", 61.0))));
    }

    @Test
    void what_is_no_number_is_kept_as_an_attribute_of_its_time_and_only_the_newest() {
        Instant at = NOW.minusSeconds(7);
        assertThat(telemetry(
                        "[{\"ts\": %d, \"values\": {\"mode\": \"lowering\", \"oil_temp\": 60}}, {\"ts\": %d, \"values\": {\"mode\": \"lifting\", \"at\": [1, {\"x\": \"y\"}]}}]"
                                .formatted(at.toEpochMilli(), at.minusSeconds(1).toEpochMilli())))
                .containsExactly(
                        readings(reading(at, Map.of("oil_temp", 60.0))),
                        new Decoded.Attributes(
                                new DeviceAttributes(LIFT, at.minusSeconds(1), Map.of("at", "[1,{\"x\":\"y\"}]"))),
                        new Decoded.Attributes(new DeviceAttributes(LIFT, at, Map.of("mode", "\"lowering\""))));
    }

    @Test
    void attributes_keep_their_types() {
        assertThat(
                        decode(
                                "v1/devices/me/attributes",
                                "{\"firmware\": \"2.10\", \"doors\": 2, \"armed\": true, \"limits\": {\"top\": 1.5}, \"gone\": null}"))
                .containsExactly(new Decoded.Attributes(new DeviceAttributes(
                        LIFT,
                        NOW,
                        Map.of("firmware", "\"2.10\"", "doors", "2", "armed", "true", "limits", "{\"top\":1.5}"))));
    }

    @Test
    void a_gateway_speaks_for_many_machines_by_their_names() {
        assertThat(decode(
                        "v1/gateway/telemetry",
                        "{\"Lift 1\": [{\"ts\": %d, \"values\": {\"a\": 1}}, {\"a\": 2}], \"举升机\": {\"a\": 3}}"
                                .formatted(NOW.minusSeconds(1).toEpochMilli())))
                .extracting(
                        part -> ((Decoded.Telemetry) part).equipment().value(),
                        part -> ((Decoded.Telemetry) part).readings().size())
                .containsExactly(tuple("Lift_1", 2), tuple("___", 1));
        assertThat(decode("v1/gateway/attributes", "{\"Lift 1\": {\"firmware\": 2}}"))
                .containsExactly(new Decoded.Attributes(
                        new DeviceAttributes(new EquipmentId("Lift_1"), NOW, Map.of("firmware", "2"))));
    }

    @Test
    void a_gateway_tells_who_is_connected() {
        assertThat(decode("v1/gateway/connect", "{\"device\": \"Lift 1\", \"type\": \"lift\"}"))
                .containsExactly(new Decoded.Status(new DeviceStatus(new EquipmentId("Lift_1"), NOW, true)));
        assertThat(decode("v1/gateway/disconnect", "{\"device\": \"Lift 1\"}"))
                .containsExactly(new Decoded.Status(new DeviceStatus(new EquipmentId("Lift_1"), NOW, false)));
        assertThat(decode("v1/gateway/connect", "{}")).first().isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void the_good_values_count_and_the_bad_ones_are_named() {
        assertThat(telemetry("{\"a\": 1, \"b\": 1e999}"))
                .containsExactly(new Decoded.Telemetry(
                        LIFT, List.of(reading(NOW, Map.of("a", 1.0))), "the value of b is not finite"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17                                  | not a JSON object",
                "[1, 2]                              | not a JSON object",
                "[]                                  | there is nothing in it",
                "{}                                  | there is nothing in it",
                "''                                  | there is nothing in it",
                "{\"ts\": 17, \"values\": {\"a\": 1}}    | is before 2000",
                "{\"\": 1}                           | the name '' is empty",
                "{\"a\": 1} 2                        | more after the first JSON value",
                "{\"a\": 1                           | not readable as JSON",
            })
    void what_says_nothing_is_rejected_with_its_reason(String payload, String reason) {
        assertThat(telemetry(payload))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(reason));
    }

    @Test
    void me_is_nobody_on_a_connection_of_many_and_other_topics_are_not_known() {
        assertThat(DECODER.decode(new Sender.Anyone(), "v1/devices/me/telemetry", "{\"a\": 1}".getBytes(UTF_8), NOW))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.fault()).isEqualTo(Decoded.Fault.TOPIC));
        assertThat(decode("v1/devices/me/claim", "{}")).singleElement().isInstanceOf(Decoded.Rejected.class);
    }

    private static Decoded readings(Reading... readings) {
        return new Decoded.Telemetry(LIFT, List.of(readings), "");
    }

    private static Reading reading(Instant at, Map<String, Double> values) {
        return new Reading(LIFT, at, NOW, Reading.NO_SEQ, values);
    }

    private static List<Decoded> telemetry(String payload) {
        return decode("v1/devices/me/telemetry", payload);
    }

    private static List<Decoded> decode(String topic, String payload) {
        return DECODER.decode(new Sender.Machine(LIFT, true), topic, payload.getBytes(UTF_8), NOW);
    }
}
