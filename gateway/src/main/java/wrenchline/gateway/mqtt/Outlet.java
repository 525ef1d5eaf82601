package wrenchline.gateway.mqtt;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPubAckMessage;
import wrenchline.gateway.mqtt.hub.Letter.Ending;
import wrenchline.gateway.mqtt.hub.Outbox;
import wrenchline.gateway.mqtt.hub.Publication;

/** Sends what waits for a client as fast as it takes it, and no faster. Used on the event loop alone. */
final class Outlet {

    /** Messages of QoS 1 that are sent without having been acknowledged, unless the client wants fewer. */
    private static final int MOST_IN_FLIGHT = 256;

    private final DeviceSocket socket;
    private final Outbox outbox;
    private final DeviceTopics topics;
    private final boolean withProperties;
    private final int window;
    private final long longestPacket;

    Outlet(MqttEndpoint endpoint, DeviceSocket socket, Outbox outbox, DeviceTopics topics) {
        this.socket = socket;
        this.outbox = outbox;
        this.topics = topics;
        this.withProperties = Handshake.isVersion5(endpoint);
        this.window = Math.min(MOST_IN_FLIGHT, Handshake.receiveMaximum(endpoint));
        this.longestPacket = Handshake.maximumPacketSize(endpoint);
    }

    /** Whether there was something to be flushed. */
    boolean send() {
        boolean sent = false;
        while (socket.isWritable()) {
            Outbox.Parcel parcel = outbox.take(window);
            if (parcel == null) {
                return sent;
            }
            if (isTooLong(parcel)) {
                outbox.settle(parcel.packet(), Ending.REFUSED);
            } else {
                socket.write(message(parcel));
                sent = true;
            }
        }
        return sent;
    }

    private boolean isTooLong(Outbox.Parcel parcel) {
        return longestPacket != Integer.MAX_VALUE
                && PacketSize.of(parcel.letter().publication()) > longestPacket;
    }

    void acknowledged(MqttPubAckMessage message) {
        boolean taken = !message.code().isError();
        outbox.settle(message.messageId(), taken ? Ending.ACKNOWLEDGED : Ending.REFUSED);
    }

    private MqttPublishMessage message(Outbox.Parcel parcel) {
        Publication publication = parcel.letter().publication();
        return new MqttPublishMessage(
                new MqttFixedHeader(
                        MqttMessageType.PUBLISH,
                        parcel.again(),
                        MqttQoS.valueOf(parcel.letter().qos()),
                        parcel.letter().retained(),
                        0),
                new MqttPublishVariableHeader(
                        topics.outward(publication.topic()),
                        parcel.packet(),
                        withProperties ? publication.propertiesNow() : MqttProperties.NO_PROPERTIES),
                Unpooled.wrappedBuffer(publication.payload()));
    }
}
