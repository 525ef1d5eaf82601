package wrenchline.dashboard.auth;

import java.math.BigInteger;
import java.time.InstantSource;

/** An authenticator app: shows the code of a secret that was typed in. */
public record Authenticator(String secret, InstantSource clock) {

    /** What it shows now. */
    public String code() {
        return Totp.code(bytes(), Totp.step(clock.instant()));
    }

    private byte[] bytes() {
        BigInteger number = BigInteger.ZERO;
        for (int index = 0; index < secret.length(); index++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(secret.charAt(index));
            number = number.shiftLeft(5).add(BigInteger.valueOf(value));
        }
        // Leading zeros count too.
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[secret.length() * 5 / 8];
        int length = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - length, whole, whole.length - length, length);
        return whole;
    }
}
