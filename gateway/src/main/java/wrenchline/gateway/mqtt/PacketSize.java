package wrenchline.gateway.mqtt;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import java.util.List;
import wrenchline.gateway.mqtt.hub.Publication;

/** How long a PUBLISH of MQTT 5 is at most, for clients that do not take longer ones. */
final class PacketSize {

    /** Type, length, length of the topic, packet id, length of the properties. */
    private static final int FRAME = 1 + 4 + 2 + 2 + 4;

    private PacketSize() {}

    static long of(Publication publication) {
        long properties = 0;
        for (MqttProperty<?> property : publication.properties().listAll()) {
            properties += size(property.value());
        }
        return FRAME + ByteBufUtil.utf8Bytes(publication.topic()) + properties + publication.payload().length;
    }

    private static long size(Object value) {
        return switch (value) {
            case String text -> 3 + ByteBufUtil.utf8Bytes(text);
            case byte[] bytes -> 3 + bytes.length;
            case StringPair pair -> 5 + ByteBufUtil.utf8Bytes(pair.key) + ByteBufUtil.utf8Bytes(pair.value);
            case List<?> several -> several.stream().mapToLong(PacketSize::size).sum();
            // An integer.
            default -> 5;
        };
    }
}
