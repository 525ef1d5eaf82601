package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.config.Secret;
import wrenchline.core.duty.StaffId;
import wrenchline.core.notice.TicketLinks.Pass;
import wrenchline.core.ticket.TicketId;

/** Sessions of one ticket for one member of staff: what a link is exchanged for. They hold as long as the link would. */
public final class FieldSessions {

    private final SecretKeySpec key;
    private final InstantSource clock;

    public FieldSessions(Secret operatorToken, InstantSource clock) {
        this.key = new SecretKeySpec(operatorToken.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** What the browser keeps and no script can read. */
    public String cookie(Pass pass) {
        String body = pass.ticket() + "."
                + encode(pass.staff().value().getBytes(StandardCharsets.UTF_8)) + "."
                + pass.expires().getEpochSecond();
        return body + "." + seal("field." + body);
    }

    /** What a script must send with every request that changes something. */
    public String csrf(Pass pass) {
        return seal("field-csrf." + cookie(pass));
    }

    public boolean csrfHolds(Pass pass, String given) {
        return equal(csrf(pass), given);
    }

    /** What {@code cookie} allows, if it was sealed here and holds. */
    public Optional<Pass> find(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 4 || !equal(parts[3], seal("field." + parts[0] + "." + parts[1] + "." + parts[2]))) {
            return Optional.empty();
        }
        String staff = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        Pass pass = new Pass(
                new TicketId(Long.parseLong(parts[0])),
                new StaffId(staff),
                Instant.ofEpochSecond(Long.parseLong(parts[2])));
        return Optional.of(pass).filter(held -> clock.instant().isBefore(held.expires()));
    }

    private String seal(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing a session with HmacSHA256", broken);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
