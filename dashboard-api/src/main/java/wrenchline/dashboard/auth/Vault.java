package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.config.Secret;

/**
 * Keeps secrets that must be read again: AES-256-GCM under a key that is derived from the operator's token, bound to whose they are.
 * With another token they cannot be read any more.
 */
final class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Vault(Secret operatorToken) {
        // HMAC-SHA256 of a fixed text: 256 bits that tell nothing of the token and stand for nothing else.
        this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(new Seal(operatorToken).of("vault.key")), "AES");
    }

    /** {@code secret} of {@code owner} as it can be kept. */
    String close(String owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(secret);
            return Seal.encode(nonce) + "." + Seal.encode(closed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("encrypting a secret with AES-GCM", broken);
        }
    }

    /** The secret in {@code kept}; nothing when it is another's, was closed under another token or was changed. */
    Optional<byte[]> open(String owner, String kept) {
        String[] parts = kept.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        Base64.Decoder base64 = Base64.getUrlDecoder();
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, owner, base64.decode(parts[0])).doFinal(base64.decode(parts[1])));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
