package wrenchline.gateway.mqtt;

import io.vertx.core.Future;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import java.security.cert.CertificateEncodingException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import wrenchline.core.device.Credential;
import wrenchline.gateway.identity.Attempt;
import wrenchline.gateway.identity.Doorkeeper;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.identity.Verdict;
import wrenchline.gateway.mqtt.Handshake.Refusal;

/** Shows the doorkeeper what a device brought. */
record SignIn(Doorkeeper door) {

    /** Whether the device may come in; may take its time. */
    Future<Admission> admit(MqttEndpoint endpoint) {
        if (Handshake.hasMethodOfItsOwn(endpoint)) {
            return Future.succeededFuture(new Admission.Refused(Refusal.OTHER_METHOD));
        }
        return Future.fromCompletionStage(door.admit(attempt(endpoint))).map(verdict -> switch (verdict) {
            case Verdict.In(Identity identity) ->
                Handshake.mayLeaveWill(endpoint, identity)
                        ? new Admission.Granted(identity)
                        : new Admission.Refused(Refusal.WILL_NOT_ALLOWED);
            case Verdict.Out(Verdict.Reason reason) -> new Admission.Refused(Handshake.refusal(reason));
        });
    }

    /** Whether a device that was let in still would be. */
    boolean holds(Identity identity) {
        return door.holds(identity);
    }

    private static Attempt attempt(MqttEndpoint endpoint) {
        @Nullable MqttAuth auth = endpoint.auth();
        return new Attempt(
                endpoint.remoteAddress().hostAddress(),
                auth == null ? "" : orEmpty(auth.getUsername()),
                auth == null ? "" : orEmpty(auth.getPassword()),
                certificate(endpoint));
    }

    /** The digest of the client's certificate, which TLS has found to be one of ours; empty when it showed none. */
    private static String certificate(MqttEndpoint endpoint) {
        try {
            return endpoint.isSsl()
                    ? Credential.sha256(
                            endpoint.sslSession().getPeerCertificates()[0].getEncoded())
                    : "";
        } catch (SSLPeerUnverifiedException none) {
            return "";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("reading a certificate that TLS has read", impossible);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
