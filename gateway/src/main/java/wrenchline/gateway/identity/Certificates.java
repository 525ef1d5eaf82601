package wrenchline.gateway.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys on P-256 and certificates for them (RFC 5280), valid from {@code from} on. */
final class Certificates {

    /** A machine's clock may be behind ours. */
    private static final Duration EARLIER = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;

    private final SecureRandom random = new SecureRandom();

    /** A certificate with its key. */
    record Keyed(X509Certificate certificate, PrivateKey key) {}

    /** One that signs itself, and others. */
    Keyed authority(String name, Instant from, Duration valid) {
        return making(name, () -> {
            KeyPair keys = keys();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            named(name), serial(), begin(from), end(from, valid), named(name), keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return signed(builder, keys, keys.getPrivate());
        });
    }

    /** One for a server that is reached by any of {@code hosts}, names or addresses. */
    Keyed server(Keyed authority, Set<String> hosts, Instant from, Duration valid) {
        GeneralName[] names = hosts.stream().map(Certificates::general).toArray(GeneralName[]::new);
        return making("the server", () -> {
            KeyPair keys = keys();
            X509v3CertificateBuilder builder = leaf(
                            authority, "wrenchline", keys, KeyPurposeId.id_kp_serverAuth, from, valid)
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            return signed(builder, keys, authority.key());
        });
    }

    /** One for a client. */
    Keyed client(Keyed authority, String name, Instant from, Duration valid) {
        return making(name, () -> {
            KeyPair keys = keys();
            return signed(
                    leaf(authority, name, keys, KeyPurposeId.id_kp_clientAuth, from, valid), keys, authority.key());
        });
    }

    private X509v3CertificateBuilder leaf(
            Keyed authority, String name, KeyPair keys, KeyPurposeId purpose, Instant from, Duration valid)
            throws GeneralSecurityException, CertIOException {
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        return new JcaX509v3CertificateBuilder(
                        authority.certificate(), serial(), begin(from), end(from, valid), named(name), keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(authority.certificate()));
    }

    private static Keyed signed(X509v3CertificateBuilder builder, KeyPair keys, PrivateKey signer)
            throws GeneralSecurityException, CertIOException, OperatorCreationException {
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        var holder = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer));
        return new Keyed(new JcaX509CertificateConverter().getCertificate(holder), keys.getPrivate());
    }

    private KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    }

    private static X500Name named(String name) {
        return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    }

    private static GeneralName general(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static Date begin(Instant from) {
        return Date.from(from.minus(EARLIER));
    }

    private static Date end(Instant from, Duration valid) {
        return Date.from(from.plus(valid));
    }

    private static Keyed making(String name, Making making) {
        try {
            return making.make();
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException broken) {
            throw new IllegalStateException("making a certificate for " + name, broken);
        }
    }

    @FunctionalInterface
    private interface Making {
        Keyed make() throws GeneralSecurityException, CertIOException, OperatorCreationException;
    }
}
