package wrenchline.gateway.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.Order;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.gateway.payload.Decoded.Fault;

/** What a device gets, and what it answers. */
class CommandJsonTest {

    private static final String ID = "2f6f0f3e-1d6e-4f0f-8f7c-3f2b8b0f4a10";
    private static final EquipmentId LIFT = new EquipmentId("lift-01");
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(
                        new Order.SetLimit("oil_temp", "OVERHEATING", 50.5),
                        "\"kind\":\"SetLimit\",\"metric\":\"oil_temp\",\"failureMode\":\"OVERHEATING\",\"value\":50.5"),
                Arguments.of(
                        new Order.InhibitStart("托臂有\"裂纹\""), "\"kind\":\"InhibitStart\",\"reason\":\"托臂有\\\"裂纹\\\"\""),
                Arguments.of(new Order.ReleaseStart(), "\"kind\":\"ReleaseStart\""),
                Arguments.of(new Order.Rebirth(), "\"kind\":\"Rebirth\""),
                Arguments.of(
                        new Order.Custom("lamp", "{\"on\":[true,null]}"),
                        "\"kind\":\"Custom\",\"name\":\"lamp\",\"payload\":{\"on\":[true,null]}"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void a_device_gets_id_kind_what_belongs_to_it_and_the_end_in_milliseconds(Order order, String json) {
        Command command = new Command(
                new CommandId(UUID.fromString(ID)),
                "key",
                LIFT,
                order,
                new Actor.Operator("Li"),
                NOW,
                Instant.ofEpochMilli(1_772_352_600_000L));
        assertThat(CommandEncoder.topic(command)).isEqualTo("equipment/lift-01/command");
        assertThat(new String(CommandEncoder.payload(command), UTF_8))
                .isEqualTo("{\"id\":\"" + ID + "\"," + json + ",\"expires\":1772352600000}");
    }

    @Test
    void a_device_says_that_it_did_it_or_why_not() {
        CommandId id = new CommandId(UUID.fromString(ID));
        assertThat(answer("{\"id\": \"" + ID + "\", \"ok\": true}"))
                .isEqualTo(new Decoded.Answer(new CommandAnswer(LIFT, id, true, "")));
        assertThat(answer("{\"more\": {\"ok\": 1}, \"ok\": false, \"reason\": \"moving\", \"id\": \"" + ID + "\"}"))
                .isEqualTo(new Decoded.Answer(new CommandAnswer(LIFT, id, false, "moving")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "[]",
                "{}",
                "{\"ok\": true}",
                "{\"id\": 17, \"ok\": true}",
                "{\"id\": \"17\", \"ok\": true}",
                "{\"id\": \"2f6f0f3e-1d6e-4f0f-8f7c-3f2b8b0f4a10\"}",
                "{\"id\": \"2f6f0f3e-1d6e-4f0f-8f7c-3f2b8b0f4a10\", \"ok\": \"yes\"}",
                "{\"id\": \"2f6f0f3e-1d6e-4f0f-8f7c-3f2b8b0f4a10\", \"ok\": true} {}"
            })
    void what_is_no_answer_is_rejected(String payload) {
        assertThat(answer(payload))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.fault()).isEqualTo(Fault.PAYLOAD));
    }

    @Test
    void a_device_may_not_publish_commands() {
        assertThat(new PayloadDecoder(4096).decode("equipment/lift-01/command", "{}".getBytes(UTF_8), NOW))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.fault()).isEqualTo(Fault.TOPIC));
    }

    private static Decoded answer(String payload) {
        return new PayloadDecoder(4096).decode("equipment/lift-01/command/ack", payload.getBytes(UTF_8), NOW);
    }
}
