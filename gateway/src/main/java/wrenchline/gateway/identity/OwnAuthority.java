package wrenchline.gateway.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.device.CertificateAuthority;
import wrenchline.core.device.Credential;
import wrenchline.core.device.Handout;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.identity.Certificates.Keyed;

/** The authority in a folder of its own, with the certificate of our own server beside it. */
public final class OwnAuthority implements CertificateAuthority {

    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final Duration AUTHORITY_VALID = Duration.ofDays(3_650);
    private static final Duration SERVER_VALID = Duration.ofDays(730);

    /** With less than this left the server gets its next certificate at the next start. */
    private static final Duration RENEWAL = Duration.ofDays(90);

    private final KeyFolder folder;
    private final List<String> moreHosts;
    private final InstantSource clock;
    private final Certificates certificates = new Certificates();

    /** @param moreHosts names and addresses by which machines reach the server, beside those of this computer */
    public OwnAuthority(Path folder, List<String> moreHosts, InstantSource clock) {
        this.folder = new KeyFolder(folder);
        this.moreHosts = List.copyOf(moreHosts);
        this.clock = clock;
    }

    /**
     * What a TLS server needs, as files in PEM.
     *
     * @param authority signs the certificates of clients
     */
    public record ServerFiles(Path certificate, Path key, Path authority) {}

    /** The server's files, its certificate renewed when it is time; empty while nobody was enrolled. */
    public synchronized Optional<ServerFiles> server() {
        if (!folder.has(AUTHORITY)) {
            return Optional.empty();
        }
        if (!folder.has(SERVER) || isStale(read(SERVER).certificate())) {
            keep(SERVER, certificates.server(read(AUTHORITY), hosts(), clock.instant(), SERVER_VALID));
        }
        return Optional.of(
                new ServerFiles(folder.certificate(SERVER), folder.key(SERVER), folder.certificate(AUTHORITY)));
    }

    @Override
    public synchronized Issued issue(EquipmentId equipment, Instant from, Duration valid) {
        Keyed made = certificates.client(authority(), equipment.value(), from, valid);
        X509Certificate certificate = made.certificate();
        try {
            return new Issued(
                    new Credential.Certificate(
                            Credential.sha256(certificate.getEncoded()),
                            certificate.getSerialNumber().toString(16),
                            from,
                            certificate.getNotAfter().toInstant()),
                    new Handout.Certificate(Pem.of(certificate), Pem.of(made.key())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("issuing a certificate for " + equipment, broken);
        }
    }

    @Override
    public synchronized String certificate() {
        authority();
        return folder.read(folder.certificate(AUTHORITY));
    }

    @Override
    public synchronized Optional<Instant> expires() {
        return Stream.of(AUTHORITY, SERVER)
                .filter(folder::has)
                .map(name -> read(name).certificate().getNotAfter().toInstant())
                .min(Instant::compareTo);
    }

    private Keyed authority() {
        if (!folder.has(AUTHORITY)) {
            keep(AUTHORITY, certificates.authority("Wrenchline device authority", clock.instant(), AUTHORITY_VALID));
        }
        return read(AUTHORITY);
    }

    /** Whether it expires soon, or the server has got another name meanwhile. */
    private boolean isStale(X509Certificate server) {
        boolean old = clock.instant().plus(RENEWAL).isAfter(server.getNotAfter().toInstant());
        try {
            Set<String> named = server.getSubjectAlternativeNames().stream()
                    .map(name -> name.get(1).toString())
                    .collect(Collectors.toSet());
            return old || !named.containsAll(hosts());
        } catch (GeneralSecurityException unreadable) {
            return true;
        }
    }

    private Set<String> hosts() {
        Set<String> hosts = new TreeSet<>(moreHosts);
        hosts.addAll(List.of("localhost", "127.0.0.1"));
        try {
            hosts.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            // Then it is reached by its other names.
        }
        return hosts;
    }

    private void keep(String name, Keyed keyed) {
        try {
            folder.write(name, Pem.of(keyed.key()), Pem.of(keyed.certificate()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("keeping the certificate " + name, broken);
        }
    }

    private Keyed read(String name) {
        try {
            return new Keyed(
                    Pem.certificate(folder.read(folder.certificate(name))), Pem.key(folder.read(folder.key(name))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("reading the certificate " + name + " in " + folder.path(), broken);
        }
    }
}
