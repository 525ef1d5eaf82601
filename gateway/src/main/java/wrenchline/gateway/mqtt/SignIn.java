package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.mqtt.MqttEndpoint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.config.MqttSettings;
import wrenchline.core.device.TopicRights;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.mqtt.Handshake.Refusal;
import wrenchline.gateway.payload.Sender;

/**
 * The name and the password of the controllers. Compared as digests, so that the time taken tells nothing of either. The client id
 * is taken for the machine: devices have no accounts of their own yet.
 */
final class SignIn {

    private static final TopicRights EVERYTHING = new TopicRights(List.of("#"));
    private static final TopicRights NOTHING = new TopicRights(List.of());

    private final byte[] username;
    private final byte[] password;

    SignIn(MqttSettings settings) {
        this.username = digest(settings.username());
        this.password = digest(settings.password().value());
    }

    /** Whether the device may come in; may take its time. */
    Future<Admission> admit(MqttEndpoint endpoint) {
        boolean known = endpoint.auth() != null
                && accepts(endpoint.auth().getUsername(), endpoint.auth().getPassword());
        if (!known) {
            return Future.succeededFuture(new Admission.Refused(Refusal.WRONG_PASSWORD));
        }
        if (!Handshake.mayLeaveWill(endpoint)) {
            return Future.succeededFuture(new Admission.Refused(Refusal.WILL_NOT_ALLOWED));
        }
        Sender sender = Sender.named(endpoint.clientIdentifier());
        return Future.succeededFuture(new Admission.Granted(sender, EVERYTHING, readable(sender)));
    }

    private static TopicRights readable(Sender sender) {
        return switch (sender) {
            case Sender.Machine(EquipmentId equipment) -> TopicRights.of(equipment, List.of());
            case Sender.Anyone() -> NOTHING;
        };
    }

    private boolean accepts(@Nullable String username, @Nullable String password) {
        boolean sameName = MessageDigest.isEqual(this.username, digest(username == null ? "" : username));
        boolean samePassword = MessageDigest.isEqual(this.password, digest(password == null ? "" : password));
        return sameName && samePassword;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
