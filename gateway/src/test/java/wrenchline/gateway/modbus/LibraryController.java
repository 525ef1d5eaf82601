package wrenchline.gateway.modbus;

import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.server.ModbusRequestContext.ModbusTcpRequestContext;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.server.ModbusTcpServerTransport;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadOnlyModbusServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The library's own server: what a controller with {@code image} answers. */
final class LibraryController implements WireController.Behaviour, ModbusTcpServerTransport, ModbusTcpRequestContext {

    private FrameReceiver<ModbusTcpRequestContext, ModbusTcpFrame> server = (context, frame) -> frame;

    LibraryController(ProcessImage image) throws Exception {
        ModbusTcpServer.create(this, new ReadOnlyModbusServices() {
                    @Override
                    protected Optional<ProcessImage> getProcessImage(int unit) {
                        return Optional.of(image);
                    }
                })
                .start();
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        MbapHeader header = MbapHeader.Serializer.decode(bytes);
        try {
            ModbusTcpFrame answer = server.receive(this, new ModbusTcpFrame(header, bytes.slice()));
            byte[] pdu = new byte[answer.pdu().remaining()];
            answer.pdu().get(pdu);
            return WireController.framed(request, pdu);
        } catch (Exception e) {
            throw new IOException("the library's server failed", e);
        }
    }

    @Override
    public void receive(FrameReceiver<ModbusTcpRequestContext, ModbusTcpFrame> receiver) {
        server = receiver;
    }

    @Override
    public CompletionStage<Void> bind() {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> unbind() {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public SocketAddress localAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 502);
    }

    @Override
    public SocketAddress remoteAddress() {
        return localAddress();
    }
}
