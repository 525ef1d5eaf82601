package wrenchline.core.command;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import wrenchline.core.equipment.EquipmentId;

/** The way to the devices (设备通道). */
public interface DeviceLine {

    /**
     * Begins to hand {@code command} over, and returns at once; commands of one device reach it in the order of the calls. Its id is
     * the key by which the device knows one that comes again. Fails for no fault of a device or a connection.
     */
    CompletionStage<Handover> send(Command command);

    /** The devices that began to listen since this was asked last. */
    Set<EquipmentId> arrived();

    /** What became of it. */
    sealed interface Handover {

        /** The device, or the broker that keeps it for the device, has confirmed that it has it. */
        record Taken() implements Handover {}

        /** The connection ended before that was confirmed. */
        record Unclear() implements Handover {}

        /** The device does not listen. */
        record Away() implements Handover {}

        /** Such a device cannot be told such a thing. */
        record Impossible(String reason) implements Handover {}
    }
}
