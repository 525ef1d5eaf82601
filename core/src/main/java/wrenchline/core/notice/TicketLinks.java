package wrenchline.core.notice;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.TicketId;

/**
 * Links that open the page of one ticket for one member of staff (工单链接), sealed with HMAC-SHA-256 and short enough for a message: ticket,
 * end and ten octets of the seal, 24 characters in all.
 */
public final class TicketLinks {

    /** No links at all. */
    public static final TicketLinks NONE = new TicketLinks("", new byte[] {0}, Duration.ZERO);

    private static final int SEAL = 10;

    private final String page;
    private final SecretKeySpec key;
    private final Duration life;

    /**
     * @param page where telephones reach the page, without a slash at its end; empty for no links
     */
    public TicketLinks(String page, byte[] key, Duration life) {
        this.page = page;
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.life = life;
    }

    /**
     * What a link allows.
     *
     * @param expires to the minute
     */
    public record Pass(TicketId ticket, StaffId staff, Instant expires) {}

    /** The address that opens {@code ticket} for {@code staff}; empty where links are not wanted. */
    public Optional<String> link(TicketId ticket, StaffId staff, Instant now) {
        if (page.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = ByteBuffer.allocate(8)
                .putInt((int) ticket.value())
                .putInt((int) (now.plus(life).getEpochSecond() / 60))
                .array();
        byte[] token =
                ByteBuffer.allocate(8 + SEAL).put(body).put(seal(body, staff)).array();
        return Optional.of(
                page + "/t/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Whether links are made. */
    public boolean wanted() {
        return !page.isEmpty();
    }

    /** What {@code token} allows to whom of {@code staff}; empty when it was not sealed here or its time is over. */
    public Optional<Pass> open(String token, Collection<StaffId> staff, Instant now) {
        if (page.isEmpty()) {
            return Optional.empty();
        }
        try {
            ByteBuffer read = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            byte[] body = new byte[8];
            byte[] sealed = new byte[SEAL];
            read.get(body).get(sealed);
            TicketId ticket = new TicketId(ByteBuffer.wrap(body).getInt());
            Instant expires = Instant.ofEpochSecond(60L * ByteBuffer.wrap(body).getInt(4));
            return staff.stream()
                    .filter(member -> MessageDigest.isEqual(sealed, seal(body, member)))
                    .map(member -> new Pass(ticket, member, expires))
                    .filter(pass -> now.isBefore(pass.expires()) && !read.hasRemaining())
                    .findFirst();
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    private byte[] seal(byte[] body, StaffId staff) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(body);
            return Arrays.copyOf(mac.doFinal(staff.value().getBytes(StandardCharsets.UTF_8)), SEAL);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing a link with HmacSHA256", broken);
        }
    }
}
