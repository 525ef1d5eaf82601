package wrenchline.gateway.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
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
    private final ChannelHandlerContext channel;
    private final Runnable onSilence;
    private final Runnable onWritability;
    private volatile boolean paused;

    /**
     * @param onSilence run when the device was silent for one and a half times its keep-alive while we listened
     * @param onWritability run when {@link #isWritable} has changed
     */
    DeviceSocket(MqttEndpoint endpoint, Runnable onSilence, Runnable onWritability) {
        this.socket = (NetSocketInternal) SOCKET.get((MqttEndpointImpl) endpoint);
        this.channel = socket.channelHandlerContext();
        this.onSilence = onSilence;
        this.onWritability = onWritability;
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addBefore(channel.name(), "watch", new Watch());
        if (pipeline.get("keepAliveHandler") != null) {
            pipeline.remove("keepAliveHandler");
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
            if (channel.pipeline().get("idle") instanceof IdleStateHandler idle) {
                idle.resetReadTimeout();
            }
            socket.resume();
        }
    }

    /** An empty buffer that grows to {@code bytes} at least. */
    ByteBuf buffer(int bytes) {
        return channel.alloc().buffer(bytes);
    }

    /** Whether the device takes what is sent to it. */
    boolean isWritable() {
        return channel.channel().isWritable();
    }

    /** Writes a message or whole packets, which are sent by the next {@link #flush}. */
    void write(Object packets) {
        var _ = channel.write(packets);
    }

    void flush() {
        channel.flush();
    }

    private static VarHandle socketField() {
        try {
            return MethodHandles.privateLookupIn(MqttEndpointImpl.class, MethodHandles.lookup())
                    .findVarHandle(MqttEndpointImpl.class, "conn", NetSocketInternal.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("finding the socket of a connection in this version of Vert.x MQTT", e);
        }
    }

    private final class Watch extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (!(event instanceof IdleStateEvent)) {
                context.fireUserEventTriggered(event);
            } else if (!paused) {
                // A device that is silent because we do not listen is not dead.
                onSilence.run();
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            context.fireChannelWritabilityChanged();
            onWritability.run();
        }
    }
}
