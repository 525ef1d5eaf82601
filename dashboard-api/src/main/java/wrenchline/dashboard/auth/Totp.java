package wrenchline.dashboard.auth;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator: TOTP (RFC 6238) with SHA-1, steps of 30 seconds and six digits, which is what all of them know. */
final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int POWER = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step in which {@code now} is. */
    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of {@code step}. */
    static String code(byte[] secret, long step) {
        byte[] hash = hash(secret, step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % POWER);
    }

    /** The step whose code is {@code given}: that of {@code now} or one beside it, for clocks that differ; none up to {@code used}. */
    static OptionalLong match(byte[] secret, String given, Instant now, long used) {
        long step = step(now);
        return LongStream.rangeClosed(Math.max(step - 1, used + 1), step + 1)
                .filter(one -> Seal.equal(code(secret, one), given))
                .findFirst();
    }

    /** {@code secret} as authenticators take it (RFC 4648), for a whole number of five bytes. */
    static String base32(byte[] secret) {
        BigInteger number = new BigInteger(1, secret);
        StringBuilder text = new StringBuilder();
        for (int shift = secret.length * 8 - 5; shift >= 0; shift -= 5) {
            text.append(BASE32.charAt(number.shiftRight(shift).intValue() & 0x1f));
        }
        return text.toString();
    }

    private static byte[] hash(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("computing a code with HmacSHA1", broken);
        }
    }
}
