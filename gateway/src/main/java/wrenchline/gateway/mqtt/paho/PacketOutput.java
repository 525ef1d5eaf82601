package wrenchline.gateway.mqtt.paho;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * What Paho writes, and between Paho's packets our acknowledgements. These are gathered and written by a thread of their own: who
 * acknowledges never waits for the broker.
 */
final class PacketOutput extends OutputStream {

    private static final int PUBACK_BYTES = 4;
    private static final int PACKET_IDS = 65_535;

    private final OutputStream socket;
    private final Object gathering = new Object();
    private final byte[] gathered = new byte[PUBACK_BYTES * PACKET_IDS];
    private int count;
    private boolean due;
    private boolean closed;
    private boolean withinPacket;

    PacketOutput(OutputStream socket) {
        this.socket = socket;
        Thread.ofPlatform().name("broker acknowledgements").daemon().start(this::writeGathered);
    }

    /** Acknowledges the message with this id, once {@link #acknowledgeAll} is called. */
    void acknowledge(int packet) throws IOException {
        synchronized (gathering) {
            if (closed || count == gathered.length) {
                throw new IOException(closed ? "the connection is closed" : "more acknowledgements than messages");
            }
            gathered[count++] = Packet.PUBACK;
            gathered[count++] = 2;
            gathered[count++] = (byte) (packet >>> 8);
            gathered[count++] = (byte) packet;
        }
    }

    /** Lets the gathered acknowledgements go. */
    void acknowledgeAll() {
        synchronized (gathering) {
            due = true;
            gathering.notifyAll();
        }
    }

    /** Asks the broker for a sign of life; unless it is being written to anyway. */
    synchronized void ping() throws IOException {
        if (!withinPacket) {
            socket.write(new byte[] {(byte) Packet.PINGREQ, 0});
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (!withinPacket) {
            // What was acknowledged before a farewell goes out before it.
            writeAcknowledgements();
        }
        withinPacket = true;
        socket.write(bytes, offset, length);
    }

    /** Paho flushes at the end of each packet. */
    @Override
    public synchronized void flush() throws IOException {
        withinPacket = false;
        writeAcknowledgements();
    }

    @Override
    public void close() {
        synchronized (gathering) {
            closed = true;
            gathering.notifyAll();
        }
    }

    private void writeGathered() {
        try {
            while (awaitDue()) {
                synchronized (this) {
                    // Otherwise they follow at the end of the packet.
                    if (!withinPacket) {
                        writeAcknowledgements();
                    }
                }
            }
        } catch (IOException e) {
            // Paho's reader finds the same, and tells.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitDue() throws InterruptedException {
        synchronized (gathering) {
            while (!due && !closed) {
                gathering.wait();
            }
            due = false;
            return !closed;
        }
    }

    private void writeAcknowledgements() throws IOException {
        byte[] some;
        synchronized (gathering) {
            some = Arrays.copyOf(gathered, count);
            count = 0;
        }
        if (some.length > 0) {
            socket.write(some);
        }
    }
}
