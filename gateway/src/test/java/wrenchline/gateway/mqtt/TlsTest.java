package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.device.CertificateAuthority.Issued;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.Site;
import wrenchline.gateway.identity.OwnAuthority;

/** A real client at the TLS port, with certificates of the product's own authority. */
@Tag("peer")
@Tag("mosquitto")
class TlsTest {

    private static final String OWN = "equipment/lift-07/telemetry";
    private static final byte[] READING = EndpointFixture.reading(1);

    @TempDir
    private Path folder;

    private final EndpointFixture fixture = new EndpointFixture();
    private OwnAuthority authority;
    private int port;

    @BeforeEach
    void open() {
        authority = authority("pki");
        port = fixture.endpoint.startTls(authority.server().orElseThrow());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_machine_comes_in_with_its_certificate_alone() throws Exception {
        MosquittoPub machine = enrolled();
        assertThat(machine.publish(OWN, READING)).isEqualTo(new MosquittoPub.Outcome(0, ""));
        assertThat(fixture.site.stored()).hasSize(1);

        machine.publish("equipment/lift-08/telemetry", READING);
        assertThat(fixture.guard.foreign()).isEqualTo(1);
        assertThat(fixture.site.stored()).hasSize(1);
    }

    @Test
    void a_machine_without_a_certificate_shows_its_password() throws Exception {
        fixture.accounts.enrol("lift-07", "secret");
        fixture.review();
        assertThat(tls("-u", "lift-07", "-P", "secret").publish(OWN, READING).exit())
                .isZero();
        assertThat(tls("-u", EndpointFixture.USERNAME, "-P", EndpointFixture.PASSWORD)
                        .publish(OWN, READING)
                        .exit())
                .as("the shared account")
                .isZero();
        assertThat(tls().publish(OWN, READING).exit()).as("nobody").isNotZero();
    }

    @Test
    void a_revoked_certificate_lets_nobody_in_and_its_live_connection_is_cut() throws Exception {
        MosquittoPub machine = enrolled();
        Process live = machine.publishLines(OWN);
        try (var lines = live.outputWriter()) {
            lines.write(new String(READING, UTF_8) + "\n");
            lines.flush();
            Site.await(() -> fixture.site.ingest.snapshot().acknowledged() == 1);
            fixture.accounts.revoke("lift-07");
            fixture.review();
            Site.await(() -> fixture.endpoint.connections() == 0);
        } finally {
            live.destroyForcibly();
        }
        MosquittoPub.Outcome refused = machine.publish(OWN, READING);
        assertThat(refused.exit()).as(refused.said()).isNotZero();
        assertThat(fixture.site.stored()).hasSize(1);
    }

    @Test
    void a_certificate_of_another_authority_is_no_certificate() throws Exception {
        MosquittoPub stranger = holding(authority("other").issue(new EquipmentId("lift-07"), Instant.now(), day()));
        assertThat(stranger.publish(OWN, READING).exit()).isNotZero();
        assertThat(fixture.site.ingest.snapshot().received()).isZero();
    }

    private MosquittoPub enrolled() throws IOException {
        Issued issued = authority.issue(new EquipmentId("lift-07"), Instant.now(), day());
        fixture.accounts.enrol("lift-07", issued.credential());
        fixture.review();
        return holding(issued);
    }

    private MosquittoPub holding(Issued issued) throws IOException {
        Path certificate = Files.writeString(
                folder.resolve("machine.crt"), issued.handout().certificate());
        Path key = Files.writeString(
                folder.resolve("machine.key"), issued.handout().key());
        return tls("--cert", certificate.toString(), "--key", key.toString());
    }

    private MosquittoPub tls(String... more) {
        String root = folder.resolve("pki/authority.crt").toString();
        List<String> arguments =
                new ArrayList<>(List.of("-h", "localhost", "-p", Integer.toString(port), "--cafile", root));
        arguments.addAll(List.of(more));
        return new MosquittoPub(arguments.toArray(String[]::new));
    }

    private OwnAuthority authority(String name) {
        OwnAuthority made = new OwnAuthority(folder.resolve(name), List.of(), InstantSource.system());
        made.certificate();
        return made;
    }

    private static Duration day() {
        return Duration.ofDays(1);
    }
}
