package wrenchline.gateway.mqtt;

import org.jspecify.annotations.Nullable;
import wrenchline.gateway.ingest.Acknowledgement;

/** A published message that waits to be on disk and for its turn to be acknowledged. One object a message: there are many. */
final class Receipt implements Acknowledgement {

    private final int packet;
    private final int qos;
    private final int bytes;
    private volatile DeviceConnection connection;
    private volatile @Nullable Outcome outcome;

    /**
     * @param packet its id on the wire; 0 with QoS 0, which needs no acknowledgement and takes its turn all the same
     * @param bytes of its payload
     */
    Receipt(DeviceConnection connection, int packet, int qos, int bytes) {
        this.connection = connection;
        this.packet = packet;
        this.qos = qos;
        this.bytes = bytes;
    }

    @Override
    public void settled(Outcome where) {
        outcome = where;
        connection.wake();
    }

    /** A later connection of the device waits for it now. */
    void awaitedBy(DeviceConnection later) {
        connection = later;
        // In case it was settled just before.
        later.wake();
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    int packet() {
        return packet;
    }

    int qos() {
        return qos;
    }

    int bytes() {
        return bytes;
    }
}
