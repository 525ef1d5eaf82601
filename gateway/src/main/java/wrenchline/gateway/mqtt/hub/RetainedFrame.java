package wrenchline.gateway.mqtt.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperties;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;

/** A retained message as bytes. Its expiry is written as an instant, because {@link System#nanoTime} does not outlive a process. */
final class RetainedFrame {

    private static final int VERSION = 1;
    private static final int END = 0;
    private static final int INTEGER = 1;
    private static final int STRING = 2;
    private static final int BINARY = 3;
    private static final int USER = 4;

    private final InstantSource clock;

    RetainedFrame(InstantSource clock) {
        this.clock = clock;
    }

    byte[] of(Publication message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(message.qos());
            out.writeLong(message.expires() == Publication.NEVER ? Publication.NEVER : expiry(message));
            text(message.topic(), out);
            text(message.publisher(), out);
            binary(message.payload(), out);
            write(message.properties(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException for one of a later version */
    Publication read(ByteBuffer in) {
        if (in.get() != VERSION) {
            throw new IllegalStateException("a retained message was written by a later version of the product");
        }
        int qos = in.get();
        long expiry = in.getLong();
        String topic = text(in);
        String publisher = text(in);
        byte[] payload = binary(in);
        return new Publication(topic, payload, qos, true, publisher, properties(in), expires(expiry));
    }

    private long expiry(Publication message) {
        return clock.millis()
                + Duration.ofNanos(message.expires() - System.nanoTime()).toMillis();
    }

    private long expires(long expiry) {
        return expiry == Publication.NEVER
                ? Publication.NEVER
                : System.nanoTime() + Duration.ofMillis(expiry - clock.millis()).toNanos();
    }

    private static void write(MqttProperties properties, DataOutputStream out) throws IOException {
        for (MqttProperty<?> property : properties.listAll()) {
            switch (property) {
                case UserProperties all -> {
                    for (StringPair pair : all.value()) {
                        out.writeByte(USER);
                        text(pair.key, out);
                        text(pair.value, out);
                    }
                }
                case IntegerProperty number -> {
                    head(INTEGER, number, out);
                    out.writeInt(number.value());
                }
                case StringProperty string -> {
                    head(STRING, string, out);
                    text(string.value(), out);
                }
                case BinaryProperty data -> {
                    head(BINARY, data, out);
                    binary(data.value(), out);
                }
                // A message has no others.
                default -> {}
            }
        }
        out.writeByte(END);
    }

    private static MqttProperties properties(ByteBuffer in) {
        MqttProperties properties = new MqttProperties();
        for (int kind = in.get(); kind != END; kind = in.get()) {
            properties.add(
                    switch (kind) {
                        case USER -> new MqttProperties.UserProperty(text(in), text(in));
                        case INTEGER -> new IntegerProperty(in.getShort(), in.getInt());
                        case STRING -> new StringProperty(in.getShort(), text(in));
                        case BINARY -> new BinaryProperty(in.getShort(), binary(in));
                        default -> throw new IllegalStateException("a retained message has a property of kind " + kind);
                    });
        }
        return properties;
    }

    private static void head(int kind, MqttProperty<?> property, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeShort(property.propertyId());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        binary(text.getBytes(UTF_8), out);
    }

    private static String text(ByteBuffer in) {
        return new String(binary(in), UTF_8);
    }

    private static void binary(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] binary(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }
}
