package wrenchline.dashboard.auth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import wrenchline.config.Secret;
import wrenchline.core.duty.StaffId;
import wrenchline.core.notice.TicketLinks.Pass;
import wrenchline.core.ticket.TicketId;

/** Sessions of one ticket for one member of staff: what a link is exchanged for. They hold as long as the link would. */
public final class FieldSessions {

    private final Seal seal;
    private final InstantSource clock;

    public FieldSessions(Secret operatorToken, InstantSource clock) {
        this.seal = new Seal(operatorToken);
        this.clock = clock;
    }

    /** What the browser keeps and no script can read. */
    public String cookie(Pass pass) {
        String body = pass.ticket() + "."
                + Seal.encode(pass.staff().value().getBytes(StandardCharsets.UTF_8)) + "."
                + pass.expires().getEpochSecond();
        return body + "." + seal.of("field." + body);
    }

    /** What a script must send with every request that changes something. */
    public String csrf(Pass pass) {
        return seal.of("field-csrf." + cookie(pass));
    }

    public boolean csrfHolds(Pass pass, String given) {
        return Seal.equal(csrf(pass), given);
    }

    /** What {@code cookie} allows, if it was sealed here and holds. */
    public Optional<Pass> find(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 4
                || !Seal.equal(parts[3], seal.of("field." + parts[0] + "." + parts[1] + "." + parts[2]))) {
            return Optional.empty();
        }
        String staff = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        Pass pass = new Pass(
                new TicketId(Long.parseLong(parts[0])),
                new StaffId(staff),
                Instant.ofEpochSecond(Long.parseLong(parts[2])));
        return Optional.of(pass).filter(held -> clock.instant().isBefore(held.expires()));
    }
}
