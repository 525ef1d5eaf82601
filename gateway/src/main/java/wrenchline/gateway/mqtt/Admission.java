package wrenchline.gateway.mqtt;

import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.mqtt.Handshake.Refusal;

/** Whether a device is let in, and as whom. */
sealed interface Admission {

    /** It is. */
    record Granted(Identity identity) implements Admission {}

    /** It is not. */
    record Refused(Refusal why) implements Admission {}
}
