package wrenchline.gateway.mqtt.hub;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A message for all who subscribe to its topic.
 *
 * @param qos 0 or 1; what came with 2 goes on with 1
 * @param publisher name of the session it came from; empty when it comes from the house
 * @param properties of MQTT 5, handed on as they are, but for the expiry
 * @param expires when it is of no use any more, in the time of {@link System#nanoTime}; {@link #NEVER} when it always is
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each payload would cost more than it protects.
public record Publication(
        String topic,
        byte[] payload,
        int qos,
        boolean retain,
        String publisher,
        MqttProperties properties,
        long expires) {

    public static final long NEVER = Long.MAX_VALUE;

    /** What a message takes in memory beside its topic and payload. */
    private static final int OVERHEAD = 200;

    /** One that came from a client; its properties tell when it expires. */
    public static Publication of(
            String topic, byte[] payload, int qos, boolean retain, String publisher, MqttProperties properties) {
        long expires =
                properties.getProperty(MqttProperties.PUBLICATION_EXPIRY_INTERVAL) instanceof IntegerProperty after
                        ? System.nanoTime()
                                + Duration.ofSeconds(Integer.toUnsignedLong(after.value()))
                                        .toNanos()
                        : NEVER;
        return new Publication(topic, payload, Math.min(qos, 1), retain, publisher, properties, expires);
    }

    /** One of the house. */
    public static Publication ofHouse(String topic, byte[] payload, int qos, boolean retain) {
        return new Publication(topic, payload, qos, retain, "", MqttProperties.NO_PROPERTIES, NEVER);
    }

    /** Whether nobody but us has said it. */
    boolean isOfHouse() {
        return publisher.isEmpty();
    }

    /** What clears its topic. */
    Publication withoutPayload() {
        return new Publication(topic, new byte[0], qos, retain, publisher, MqttProperties.NO_PROPERTIES, NEVER);
    }

    boolean isExpired(long nanoTime) {
        return expires != NEVER && nanoTime - expires >= 0;
    }

    /** Its properties, the expiry as what is left of it (MQTT-3.3.2-6). */
    public MqttProperties propertiesNow() {
        if (expires == NEVER) {
            return properties;
        }
        MqttProperties now = new MqttProperties();
        properties.listAll().stream()
                .filter(property -> property.propertyId() != MqttProperties.PUBLICATION_EXPIRY_INTERVAL)
                .forEach(now::add);
        long left = TimeUnit.NANOSECONDS.toSeconds(expires - System.nanoTime());
        now.add(new IntegerProperty(MqttProperties.PUBLICATION_EXPIRY_INTERVAL, (int) Math.max(1, left)));
        return now;
    }

    /** Roughly what it takes in memory. */
    int bytes() {
        return OVERHEAD + topic.length() + payload.length;
    }
}
