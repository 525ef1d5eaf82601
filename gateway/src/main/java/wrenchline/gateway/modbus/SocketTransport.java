package wrenchline.gateway.modbus;

import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.client.ModbusTcpClientTransport;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries one request at a time, on the thread that asks: when {@link #send} returns, the answer was received, or the connection is
 * closed because none came in time, or none that belongs to the request.
 */
final class SocketTransport implements ModbusTcpClientTransport {

    private static final int HEADER = 7;
    /** Of the header, what its length field counts. */
    private static final int UNIT = 1;

    private static final int LONGEST_PDU = 253;

    private final String host;
    private final int port;
    private final Duration patience;
    private Consumer<ModbusTcpFrame> receiver = frame -> {};
    private @Nullable Socket socket;

    /** @param patience for a connection, and for an answer */
    SocketTransport(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public CompletionStage<Void> connect() {
        disconnect();
        Socket opening = new Socket();
        try {
            opening.setTcpNoDelay(true);
            opening.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
            socket = opening;
            return CompletableFuture.completedStage(null);
        } catch (IOException e) {
            close(opening);
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public CompletionStage<Void> disconnect() {
        if (socket != null) {
            close(socket);
            socket = null;
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public boolean isConnected() {
        return socket != null;
    }

    @Override
    public CompletionStage<Void> send(ModbusTcpFrame frame) {
        try {
            if (socket == null) {
                throw new IOException("not connected");
            }
            write(frame, socket);
            receiver.accept(answer(frame.header(), socket));
            return CompletableFuture.completedStage(null);
        } catch (IOException e) {
            // What still comes would be taken for the answer to the next request.
            disconnect();
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public void receive(Consumer<ModbusTcpFrame> frameReceiver) {
        receiver = frameReceiver;
    }

    private static void write(ModbusTcpFrame frame, Socket open) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + frame.pdu().remaining());
        MbapHeader.Serializer.encode(frame.header(), bytes);
        bytes.put(frame.pdu());
        open.getOutputStream().write(bytes.array());
    }

    private ModbusTcpFrame answer(MbapHeader asked, Socket open) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        MbapHeader header = MbapHeader.Serializer.decode(ByteBuffer.wrap(read(open, HEADER, deadline)));
        int length = header.length() - UNIT;
        if (header.protocolId() != 0 || length < 1 || length > LONGEST_PDU) {
            throw new IOException("what it sent is no Modbus: " + header);
        }
        if (header.transactionId() != asked.transactionId() || header.unitId() != asked.unitId()) {
            throw new IOException("it answered something else: " + header + " to " + asked);
        }
        return new ModbusTcpFrame(header, ByteBuffer.wrap(read(open, length, deadline)));
    }

    /** The deadline is one for all parts: a controller that sends a byte now and then is too slow too. */
    private static byte[] read(Socket open, int length, long deadline) throws IOException {
        byte[] bytes = new byte[length];
        int got = 0;
        while (got < length) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("no answer in time");
            }
            open.setSoTimeout(Math.toIntExact(left));
            int more = open.getInputStream().read(bytes, got, length - got);
            if (more < 0) {
                throw new EOFException("it closed the connection");
            }
            got += more;
        }
        return bytes;
    }

    private static void close(Socket open) {
        try {
            open.close();
        } catch (IOException e) {
            // It is of no use any more, whatever it says.
        }
    }
}
