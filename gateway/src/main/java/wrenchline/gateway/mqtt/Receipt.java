package wrenchline.gateway.mqtt;

import org.jspecify.annotations.Nullable;
import wrenchline.gateway.ingest.Acknowledgement;
import wrenchline.gateway.mqtt.hub.Publication;

/** A published message that waits to be on disk and for its turn to be acknowledged. One object a message: there are many. */
final class Receipt implements Acknowledgement {

    private final int packet;
    private final int qos;
    private final int bytes;
    private @Nullable Publication publication;
    private volatile Bell bell;
    private volatile @Nullable Outcome outcome;

    /**
     * @param packet its id on the wire; 0 with QoS 0, which needs no acknowledgement and takes its turn all the same
     * @param bytes of its payload
     * @param publication for those who want to be told of it once it is on disk; null when nobody does
     */
    Receipt(Bell bell, int packet, int qos, int bytes, @Nullable Publication publication) {
        this.bell = bell;
        this.packet = packet;
        this.qos = qos;
        this.bytes = bytes;
        this.publication = publication;
    }

    @Override
    public void settled(Outcome where) {
        outcome = where;
        bell.note();
    }

    /** The same by itself, from any thread. */
    void settledAlone(Outcome where) {
        outcome = where;
        bell.ring();
    }

    @Override
    public Runnable afterGroup() {
        return bell.afterGroup();
    }

    /** A later connection of the device waits for it now. */
    void awaitedBy(Bell later) {
        bell = later;
        // In case it was settled just before.
        later.ring();
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** What is to be told to others: once, also when the message comes twice. */
    @Nullable
    Publication takePublication() {
        Publication taken = publication;
        publication = null;
        return taken;
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
