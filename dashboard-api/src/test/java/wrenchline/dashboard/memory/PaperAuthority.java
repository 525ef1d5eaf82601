package wrenchline.dashboard.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wrenchline.core.device.CertificateAuthority;
import wrenchline.core.device.Credential;
import wrenchline.core.device.Handout;
import wrenchline.core.equipment.EquipmentId;

/** Its certificates are good for nothing but tests. */
public final class PaperAuthority implements CertificateAuthority {

    @Override
    public Issued issue(EquipmentId equipment, Instant from, Duration valid) {
        return new Issued(
                new Credential.Certificate("digest of " + equipment, "1", from, from.plus(valid)),
                new Handout.Certificate("certificate of " + equipment, "key of " + equipment));
    }

    @Override
    public String certificate() {
        return "authority";
    }

    @Override
    public Optional<Instant> expires() {
        return Optional.empty();
    }
}
