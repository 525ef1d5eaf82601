package wrenchline.gateway.payload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.gateway.payload.Decoded.Fault;
import wrenchline.gateway.payload.Decoded.Rejected;

/** {@code online} or {@code offline}, bare or as a JSON string. The time is that of arrival: a will holds none. */
final class StatusDecoder {

    private static final int LONGEST = 64;

    private StatusDecoder() {}

    static Decoded decode(EquipmentId equipment, byte[] payload, Instant received) {
        if (payload.length > LONGEST) {
            return rejected();
        }
        String word = new String(payload, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "online", "\"online\"" -> new Decoded.Status(new DeviceStatus(equipment, received, true));
            case "offline", "\"offline\"" -> new Decoded.Status(new DeviceStatus(equipment, received, false));
            default -> rejected();
        };
    }

    private static Rejected rejected() {
        return new Rejected(Fault.PAYLOAD, "the status is neither online nor offline");
    }
}
