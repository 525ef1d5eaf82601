package wrenchline.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.device.CertificateAuthority.Issued;
import wrenchline.core.device.Credential;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.testkit.SettableClock;

class OwnAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final EquipmentId LIFT = new EquipmentId("lift-07");

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock(NOW);
    private OwnAuthority authority;

    @BeforeEach
    void open() {
        authority = reopened("gateway.example");
    }

    @Test
    void there_is_none_until_it_is_asked_for() {
        assertThat(authority.server()).isEmpty();
        assertThat(authority.expires()).isEmpty();
        assertThat(data.resolve("pki")).doesNotExist();
    }

    @Test
    void a_client_certificate_names_its_machine_and_is_signed_by_the_authority() throws Exception {
        Issued issued = authority.issue(LIFT, NOW, Duration.ofDays(730));
        X509Certificate certificate = Pem.certificate(issued.handout().certificate());
        X509Certificate root = Pem.certificate(authority.certificate());
        certificate.verify(root.getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=lift-07");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getBasicConstraints()).as("may not sign others").isEqualTo(-1);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(730)));
        assertThat(issued.credential().digest()).isEqualTo(Credential.sha256(certificate.getEncoded()));
        assertThat(signsFor(issued, certificate)).isTrue();
    }

    @Test
    void two_certificates_of_a_machine_are_told_apart() {
        assertThat(authority.issue(LIFT, NOW, Duration.ofDays(1)).credential().digest())
                .isNotEqualTo(authority
                        .issue(LIFT, NOW, Duration.ofDays(1))
                        .credential()
                        .digest());
    }

    @Test
    void keys_are_readable_by_their_owner_alone() throws Exception {
        authority.certificate();
        authority.server();
        Path folder = data.resolve("pki");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void the_authority_outlives_the_process() {
        String certificate = authority.certificate();
        assertThat(reopened("gateway.example").certificate()).isEqualTo(certificate);
    }

    @Test
    void the_server_is_known_by_all_its_names_and_gets_a_new_certificate_for_a_new_one() throws Exception {
        authority.certificate();
        X509Certificate first = server(authority);
        assertThat(first.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("gateway.example", "localhost", "127.0.0.1");
        assertThat(server(reopened("gateway.example"))).isEqualTo(first);
        assertThat(server(reopened("192.168.1.10")).getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("192.168.1.10");
    }

    @Test
    void the_servers_certificate_is_renewed_before_it_expires() throws Exception {
        authority.certificate();
        X509Certificate first = server(authority);
        assertThat(authority.expires()).contains(first.getNotAfter().toInstant());
        clock.advance(Duration.ofDays(639));
        assertThat(server(authority)).isEqualTo(first);
        clock.advance(Duration.ofDays(2));
        assertThat(server(authority).getNotAfter()).isAfter(first.getNotAfter());
    }

    @Test
    void a_damaged_authority_is_named_and_not_replaced() throws Exception {
        authority.certificate();
        Path key = data.resolve("pki/authority.key");
        Files.writeString(key, "nonsense");
        assertThatThrownBy(() -> authority.issue(LIFT, NOW, Duration.ofDays(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("authority");
        assertThat(key).hasContent("nonsense");
    }

    private OwnAuthority reopened(String host) {
        return new OwnAuthority(data.resolve("pki"), List.of(host), clock);
    }

    private static X509Certificate server(OwnAuthority authority) throws Exception {
        return Pem.certificate(Files.readString(authority.server().orElseThrow().certificate()));
    }

    private static boolean signsFor(Issued issued, X509Certificate certificate) throws GeneralSecurityException {
        byte[] text = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(Pem.key(issued.handout().key()));
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(text);
        return signature.verify(signed);
    }
}
