package wrenchline.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.Register;
import wrenchline.config.Register.WordOrder;
import wrenchline.config.RegisterMap;

/**
 * A simulated controller that does not report by itself: it has the input registers of its model's map and is asked by Modbus/TCP,
 * function 4. Written after the protocol and not with the library that asks.
 */
final class PolledController implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolledController.class);
    private static final int READ_INPUT_REGISTERS = 4;
    private static final int ILLEGAL_FUNCTION = 1;
    private static final int ILLEGAL_ADDRESS = 2;
    private static final int HEADER = 7;
    private static final int LONGEST_REQUEST = 254;
    private static final int MOST_REGISTERS = 125;

    private final Kind kind;
    private final RegisterMap map;
    private final Script script;
    private final LongSupplier step;
    private final int registers;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Listens on loopback.
     *
     * @param port 0 for any free one
     * @param step of the script at which the machine is now
     */
    PolledController(int port, Kind kind, RegisterMap map, Script script, LongSupplier step) throws IOException {
        this.kind = kind;
        this.map = map;
        this.script = script;
        this.step = step;
        this.registers = map.registers().stream()
                .mapToInt(register -> register.address() + register.type().words())
                .max()
                .orElse(0);
        this.server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("polled controller").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            LOG.debug("the simulated controller on port {} listens no more", port());
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
                int length = header.limit() < HEADER ? 0 : header.getShort(4) - 1;
                if (length < 5 || length > LONGEST_REQUEST) {
                    return;
                }
                byte[] answer = answer(ByteBuffer.wrap(in.readNBytes(length)));
                socket.getOutputStream().write(framed(header, answer));
            }
        } catch (EOFException gone) {
            LOG.debug("whoever asked has gone");
        } catch (IOException broken) {
            LOG.debug("answering who asks", broken);
        } finally {
            open.remove(socket);
        }
    }

    private byte[] answer(ByteBuffer request) {
        int function = Byte.toUnsignedInt(request.get());
        int address = Short.toUnsignedInt(request.getShort());
        int count = Short.toUnsignedInt(request.getShort());
        if (function != READ_INPUT_REGISTERS) {
            return new byte[] {(byte) (function | 0x80), ILLEGAL_FUNCTION};
        }
        if (count < 1 || count > MOST_REGISTERS || address + count > registers) {
            return new byte[] {(byte) (function | 0x80), ILLEGAL_ADDRESS};
        }
        return ByteBuffer.allocate(2 + 2 * count)
                .put((byte) function)
                .put((byte) (2 * count))
                .put(image(), 2 * address, 2 * count)
                .array();
    }

    private static byte[] framed(ByteBuffer header, byte[] answer) {
        return ByteBuffer.allocate(HEADER + answer.length)
                .putInt(header.getInt(0))
                .putShort((short) (1 + answer.length))
                .put(header.get(6))
                .put(answer)
                .array();
    }

    /** All registers as they are now. */
    private byte[] image() {
        Recording.Row row = script.row(step.getAsLong());
        ByteBuffer image = ByteBuffer.allocate(2 * registers);
        for (Kind.Channel channel : kind.channels()) {
            for (Register register : map.registers()) {
                if (register.metric().equals(channel.metric())) {
                    put(register, row.value(channel), image);
                }
            }
        }
        return image.array();
    }

    private static void put(Register register, double value, ByteBuffer image) {
        double raw = (value - register.offset()) / register.scale();
        int words = register.type().words();
        ByteBuffer high = ByteBuffer.allocate(2 * words);
        switch (register.type()) {
            case BIT -> high.putShort((short) (raw == 0 ? 0 : 1 << register.bit()));
            case INT16, UINT16 -> high.putShort((short) Math.round(raw));
            case INT32, UINT32 -> high.putInt((int) Math.round(raw));
            case FLOAT32 -> high.putFloat((float) raw);
            case FLOAT64 -> high.putDouble(raw);
        }
        for (int word = 0; word < words; word++) {
            int place = register.order() == WordOrder.HIGH_FIRST ? word : words - 1 - word;
            image.putShort(2 * (register.address() + place), high.getShort(2 * word));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("closing the simulated controller", e);
        }
    }
}
