package wrenchline.gateway.payload;

import java.time.Instant;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.payload.Decoded.Fault;
import wrenchline.gateway.payload.Decoded.Rejected;

/**
 * Decodes the messages of {@code equipment/{id}/telemetry}, {@code .../event}, {@code .../status} and {@code .../command/ack}. Never
 * throws: a message that
 * is not understood is an answer like any other.
 */
public final class PayloadDecoder {

    /** What every topic that may be published to begins with. */
    public static final String TOPIC_ROOT = "equipment/";

    private final int maxPayloadBytes;

    public PayloadDecoder(int maxPayloadBytes) {
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /** What {@code payload}, which arrived at {@code received}, says. */
    public Decoded decode(String topic, byte[] payload, Instant received) {
        MachineTopic parts = MachineTopic.of(topic);
        if (parts == null) {
            return new Rejected(Fault.TOPIC, "the topic is not equipment/{id}/telemetry, event, status or command/ack");
        }
        if (!EquipmentId.isValid(parts.machine())) {
            return new Rejected(Fault.TOPIC, "the equipment id in the topic is not 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        EquipmentId equipment = new EquipmentId(parts.machine());
        try {
            return switch (Inflated.of(payload, maxPayloadBytes)) {
                case Inflated.Plain(var plain) -> decode(equipment, parts.kind(), plain, received);
                case Inflated.Wrong(String reason) -> new Rejected(Fault.PAYLOAD, reason);
            };
        } catch (RuntimeException bug) {
            // Thrown on, it would leave the message unacknowledged, and it would come again for ever.
            return new Rejected(Fault.PAYLOAD, "the decoder failed with " + bug);
        }
    }

    private static Decoded decode(EquipmentId equipment, String kind, byte[] payload, Instant received) {
        return switch (kind) {
            case "telemetry" -> TelemetryDecoder.decode(equipment, payload, received);
            case "event" -> EventDecoder.decode(equipment, payload, received);
            case "status" -> StatusDecoder.decode(equipment, payload, received);
            case "command/ack" -> AnswerDecoder.decode(equipment, payload);
            default -> new Rejected(Fault.TOPIC, "the topic does not end in telemetry, event, status or command/ack");
        };
    }
}
