package wrenchline.gateway.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.impl.MqttEndpointImpl;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The socket under a connection, paused when we have enough. Vert.x MQTT 5.0 hides it and has no flow control of its own: it would
 * hand us messages as fast as they come, to be dropped or to fill the memory. Used on the event loop alone, but for
 * {@link #isPaused}.
 */
final class DeviceSocket {

    private static final VarHandle SOCKET = socketField();

    private final NetSocketInternal socket;
    private final ChannelPipeline pipeline;
    private final Runnable onSilence;
    private volatile boolean paused;

    /** @param onSilence run when the device was silent for one and a half times its keep-alive while we listened */
    DeviceSocket(MqttEndpoint endpoint, Runnable onSilence) {
        this.socket = (NetSocketInternal) SOCKET.get((MqttEndpointImpl) endpoint);
        this.pipeline = socket.channelHandlerContext().pipeline();
        this.onSilence = onSilence;
        if (pipeline.get("keepAliveHandler") != null) {
            pipeline.replace("keepAliveHandler", "keepAlive", new KeepAlive());
        }
    }

    boolean isPaused() {
        return paused;
    }

    /** Reads no more: the window of TCP fills and the device waits. */
    void pause() {
        if (!paused) {
            paused = true;
            socket.pause();
        }
    }

    void resume() {
        if (paused) {
            paused = false;
            if (pipeline.get("idle") instanceof IdleStateHandler idle) {
                idle.resetReadTimeout();
            }
            socket.resume();
        }
    }

    /** An empty buffer that grows to {@code bytes} at least. */
    ByteBuf buffer(int bytes) {
        return socket.channelHandlerContext().alloc().buffer(bytes);
    }

    /** Sends whole packets. */
    void write(ByteBuf packets) {
        var _ = socket.writeMessage(packets);
    }

    private static VarHandle socketField() {
        try {
            return MethodHandles.privateLookupIn(MqttEndpointImpl.class, MethodHandles.lookup())
                    .findVarHandle(MqttEndpointImpl.class, "conn", NetSocketInternal.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("finding the socket of a connection in this version of Vert.x MQTT", e);
        }
    }

    /** A device that is silent because we do not listen is not dead. */
    private final class KeepAlive extends ChannelDuplexHandler {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (!(event instanceof IdleStateEvent)) {
                super.userEventTriggered(context, event);
            } else if (!paused) {
                onSilence.run();
            }
        }
    }
}
