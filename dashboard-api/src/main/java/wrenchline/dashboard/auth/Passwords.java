package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are kept: Argon2id (RFC 9106) with 19 MiB, two passes and one lane, in the usual text form
 * {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 */
public final class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");
    /** So many are computed at once: guessing from outside must not take the memory or the processor of the product. */
    private static final Semaphore ROOM = new Semaphore(2);

    private final SecureRandom random = new SecureRandom();
    private final String nobodys = hash(fresh());

    /** {@code password} as it is kept. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES, 1, HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(MEMORY_KIB, PASSES, encode(salt), encode(hash));
    }

    /** Whether {@code password} is the one that is {@code kept}; false for what is not in the usual form. */
    public boolean is(String password, String kept) {
        Matcher form = FORM.matcher(kept);
        if (!form.matches()) {
            refuse(password);
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] given = argon2(
                password,
                Base64.getDecoder().decode(form.group(4)),
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, given);
    }

    /** Takes as long as {@link #is} takes: whether an account exists cannot be told by a watch. */
    public void refuse(String password) {
        is(password, nobodys);
    }

    /** A new password of 100 random bits. */
    public String fresh() {
        return letters(20, 5);
    }

    /** A new recovery code of 118 random bits, so that its plain digest tells nothing of it. */
    String recovery() {
        return letters(24, 6);
    }

    private String letters(int count, int group) {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < count; index++) {
            text.append(index > 0 && index % group == 0 ? "-" : "")
                    .append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] hash = new byte[length];
        ROOM.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            ROOM.release();
        }
        return hash;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
