package wrenchline.gateway.thingsboard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.DeviceName;
import wrenchline.gateway.payload.Inflated;
import wrenchline.gateway.payload.Json;
import wrenchline.gateway.payload.Sender;

/** What a message to a topic of ThingsBoard says. Never throws. */
final class TopicDecoder {

    private final int maxPayloadBytes;

    TopicDecoder(int maxPayloadBytes) {
        this.maxPayloadBytes = maxPayloadBytes;
    }

    List<Decoded> decode(Sender sender, String topic, byte[] payload, Instant received) {
        try {
            return switch (Inflated.of(payload, maxPayloadBytes)) {
                case Inflated.Plain(var plain) -> decodePlain(sender, topic, plain, received);
                case Inflated.Wrong(String reason) -> List.of(Json.rejected(reason));
            };
        } catch (RuntimeException bug) {
            // Thrown on, it would leave the message unacknowledged, and it would come again for ever.
            return List.of(Json.rejected("the decoder failed with " + bug));
        }
    }

    private static List<Decoded> decodePlain(Sender sender, String topic, byte[] payload, Instant received) {
        return switch (topic) {
            case "v1/devices/me/telemetry" -> ofOne(sender, payload, received, Said::telemetry);
            case "v1/devices/me/attributes" -> ofOne(sender, payload, received, Said::attributes);
            case "v1/gateway/telemetry" -> ofMany(payload, received, Said::telemetry);
            case "v1/gateway/attributes" -> ofMany(payload, received, Said::attributes);
            case "v1/gateway/connect" -> List.of(status(payload, received, true));
            case "v1/gateway/disconnect" -> List.of(status(payload, received, false));
            default ->
                List.of(new Decoded.Rejected(
                        Decoded.Fault.TOPIC,
                        "of v1, only devices/me and gateway with telemetry or attributes are known"));
        };
    }

    /** Reads one value of a message. */
    private interface Reader {
        void read(Said said, JsonParser json) throws IOException;
    }

    private static List<Decoded> ofOne(Sender sender, byte[] payload, Instant received, Reader reader) {
        return switch (sender) {
            case Sender.Machine(EquipmentId equipment, boolean unused) -> {
                Said said = new Said(equipment, received);
                yield read(payload, json -> reader.read(said, json), Map.of(equipment, said));
            }
            case Sender.Anyone() ->
                List.of(new Decoded.Rejected(
                        Decoded.Fault.TOPIC, "'me' is nobody: this connection does not stand for one machine"));
        };
    }

    /** {@code {"Lift 3": ..., "Lift 4": ...}}. */
    private static List<Decoded> ofMany(byte[] payload, Instant received, Reader reader) {
        Map<EquipmentId, Said> machines = new LinkedHashMap<>();
        return read(
                payload,
                json -> {
                    if (json.currentToken() != JsonToken.START_OBJECT) {
                        json.skipChildren();
                        return;
                    }
                    while (json.nextToken() != JsonToken.END_OBJECT) {
                        EquipmentId equipment = DeviceName.equipment(json.currentName());
                        json.nextToken();
                        reader.read(machines.computeIfAbsent(equipment, id -> new Said(id, received)), json);
                    }
                },
                machines);
    }

    private interface Content {
        void read(JsonParser json) throws IOException;
    }

    private static List<Decoded> read(byte[] payload, Content content, Map<EquipmentId, Said> into) {
        try (JsonParser json = Json.parser(payload)) {
            if (json.nextToken() != null) {
                content.read(json);
            }
            if (json.nextToken() != null) {
                return List.of(Json.rejected("there is more after the first JSON value"));
            }
        } catch (IOException e) {
            return List.of(Json.notJson(e));
        }
        List<Decoded> parts =
                into.values().stream().flatMap(said -> said.parts().stream()).toList();
        return parts.isEmpty() ? List.of(Json.rejected("there is nothing in it")) : parts;
    }

    /** {@code {"device": "Lift 3"}}. */
    private static Decoded status(byte[] payload, Instant received, boolean online) {
        Map<String, String> fields = JsonFields.of(payload);
        String device = fields.getOrDefault("device", "");
        return device.isBlank()
                ? Json.rejected("there is no name of a device in it")
                : new Decoded.Status(new DeviceStatus(DeviceName.equipment(device), received, online));
    }
}
