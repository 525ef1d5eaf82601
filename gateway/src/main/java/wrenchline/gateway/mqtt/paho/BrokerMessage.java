package wrenchline.gateway.mqtt.paho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/**
 * A message that a broker brought.
 *
 * @param packet its id, to be acknowledged; 0 at QoS 0
 * @param retained whether it was kept by the broker and is brought because we subscribed just now
 * @param cut bytes that the payload had more
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record BrokerMessage(String topic, int packet, boolean retained, byte[] payload, int cut) {

    /**
     * Reads a PUBLISH. A topic that is not UTF-8 is read as well as it can be: it belongs to the sender's mistakes, and not to those
     * that end our connection.
     *
     * @throws IOException when it is malformed, or at a QoS for which nobody has asked
     */
    static BrokerMessage of(Packet publish) throws IOException {
        byte[] body = publish.body();
        int qos = (publish.header() >>> 1) & 3;
        int topicEnd = body.length < 2 ? body.length : 2 + number(body, 0);
        int begin = topicEnd + (qos > 0 ? 2 : 0);
        if (body.length < 2 || begin > body.length) {
            throw new IOException("a message whose topic is longer than itself");
        }
        if (qos > 1) {
            throw new IOException("a message with QoS " + qos);
        }
        return new BrokerMessage(
                new String(body, 2, topicEnd - 2, UTF_8),
                qos == 0 ? 0 : number(body, topicEnd),
                (publish.header() & 1) != 0,
                Arrays.copyOfRange(body, begin, body.length),
                publish.cut());
    }

    private static int number(byte[] body, int at) {
        return ((body[at] & 0xFF) << 8) | (body[at + 1] & 0xFF);
    }
}
