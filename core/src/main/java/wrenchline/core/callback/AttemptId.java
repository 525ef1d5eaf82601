package wrenchline.core.callback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import wrenchline.core.ticket.TicketId;

/**
 * Identifies one dialled leg; it is also the channel's id in the telephone system, so that the leg can be found again after a
 * restart and cannot be dialled twice.
 */
public record AttemptId(UUID value) {

    /** The id of the leg to {@code party} that is rung for {@code ticket} at {@code now}. */
    public static AttemptId of(TicketId ticket, String party, Instant now) {
        String name = "ticket/" + ticket + "/" + party + "/" + now;
        return new AttemptId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The id of the leg to {@code party} that a callback starts at {@code now}: the same arguments give the same id. */
    public static AttemptId of(CallbackId callback, String party, Instant now) {
        String name = callback + "/" + party + "/" + now;
        return new AttemptId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The keys that accept this attempt: 1 and a digit that differs from attempt to attempt, so that neither a voicemail nor a
     * habit accepts.
     */
    public String acceptKeys() {
        return "1" + Long.remainderUnsigned(value.getLeastSignificantBits(), 10);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
