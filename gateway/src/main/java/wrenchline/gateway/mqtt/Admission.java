package wrenchline.gateway.mqtt;

import wrenchline.core.device.TopicRights;
import wrenchline.gateway.mqtt.Handshake.Refusal;
import wrenchline.gateway.payload.Sender;

/** Whether a device is let in, and as whom. */
sealed interface Admission {

    /**
     * It is.
     *
     * @param sender for whom it speaks
     * @param publishing to which topics it may publish
     * @param subscribing which topics it may read
     */
    record Granted(Sender sender, TopicRights publishing, TopicRights subscribing) implements Admission {}

    /** It is not. */
    record Refused(Refusal why) implements Admission {}
}
