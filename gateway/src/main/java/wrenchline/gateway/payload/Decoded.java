package wrenchline.gateway.payload;

import java.util.List;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Reading;

/** What a message turned out to be. */
public sealed interface Decoded {

    /** Something that a controller said. */
    sealed interface Accepted extends Decoded {
        EquipmentId equipment();
    }

    /**
     * Readings, oldest or newest first as the controller sent them; never empty.
     *
     * @param fault why some elements of the message are not among them, or empty when all are. The message is then quarantined
     *     as well, so that nothing is lost silently, and the good readings do not wait for the bad one to be mended.
     */
    record Telemetry(EquipmentId equipment, List<Reading> readings, String fault) implements Accepted {
        public Telemetry {
            readings = List.copyOf(readings);
        }
    }

    /** A fault code. */
    record Event(DeviceEvent event) implements Accepted {
        @Override
        public EquipmentId equipment() {
            return event.equipment();
        }
    }

    /** Online or offline. */
    record Status(DeviceStatus status) implements Accepted {
        @Override
        public EquipmentId equipment() {
            return status.equipment();
        }
    }

    /** What it says of itself that is no measurement. */
    record Attributes(DeviceAttributes attributes) implements Accepted {
        @Override
        public EquipmentId equipment() {
            return attributes.equipment();
        }
    }

    /** What became of a command. */
    record Answer(CommandAnswer answer) implements Accepted {
        @Override
        public EquipmentId equipment() {
            return answer.equipment();
        }
    }

    /** Not understood; {@code reason} is one sentence for the person who mends it. */
    record Rejected(Fault fault, String reason) implements Decoded {}

    /** Which part of the message is wrong. */
    enum Fault {
        TOPIC,
        PAYLOAD
    }
}
