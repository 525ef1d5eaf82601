package wrenchline.gateway.mqtt.paho;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What Paho reads: everything but messages, which go to our handler, and the answers to our pings. Between packets it can be held by
 * a gate; Paho then waits as if nothing came. One thread reads.
 */
final class PacketInput extends InputStream {

    private static final long GATE_MILLIS = 200;

    private final PacketReader packets;
    private final Gate gate;
    private final Consumer<BrokerMessage> messages;
    private byte[] ready = {};
    private int at;

    PacketInput(PacketReader packets, Gate gate, Consumer<BrokerMessage> messages) {
        this.packets = packets;
        this.gate = gate;
        this.messages = messages;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == ready.length) {
            Packet packet = nextForPaho();
            if (packet == null) {
                return -1;
            }
            ready = packet.bytes();
            at = 0;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return ready.length - at;
    }

    /** Paho is told from time to time that nothing came, so that it can end. */
    private @Nullable Packet nextForPaho() throws IOException {
        boolean taken = false;
        while (!taken || !packets.isDrained()) {
            awaitGate();
            Packet packet = packets.next();
            if (packet == null) {
                return null;
            }
            switch (packet.type()) {
                case Packet.PUBLISH -> hand(BrokerMessage.of(packet));
                case Packet.PINGRESP -> {}
                default -> {
                    return packet;
                }
            }
            taken = true;
        }
        throw new NothingForPaho();
    }

    /** Paho's reader would die of anything but an {@link IOException}, and nobody would be told. */
    private void hand(BrokerMessage message) throws IOException {
        try {
            messages.accept(message);
        } catch (RuntimeException e) {
            throw new IOException("taking a message of " + message.topic(), e);
        }
    }

    private void awaitGate() throws IOException {
        try {
            if (!gate.awaitOpen(GATE_MILLIS)) {
                throw new NothingForPaho();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("waiting at the gate");
        }
    }

    /** Thrown often, and looked at by nobody. */
    private static final class NothingForPaho extends SocketTimeoutException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
