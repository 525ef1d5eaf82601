package wrenchline.core.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wrenchline.core.equipment.EquipmentId;

/**
 * The product's own certificate authority (证书颁发机构), made when it is first asked for. All throw IllegalStateException when its
 * files cannot be written or read.
 */
public interface CertificateAuthority {

    /** A new key and its certificate for {@code equipment}; the key is kept nowhere. */
    Issued issue(EquipmentId equipment, Instant from, Duration valid);

    /** The certificate by which a machine recognises the product, in PEM. */
    String certificate();

    /** When the first of the product's own certificates expires, the authority's or the server's; empty while there are none. */
    Optional<Instant> expires();

    /** What was issued. */
    record Issued(Credential.Certificate credential, Handout.Certificate handout) {}
}
