package wrenchline.dashboard.wire;

import java.time.Instant;
import wrenchline.core.desk.Change;

/**
 * A change as a CloudEvent 1.0. It says what changed and not to what: who is told reads that by the API, with the rights of its key.
 *
 * @param id the same when it is sent again
 * @param type for instance {@code wrenchline.ticket.Accepted}
 * @param subject for instance {@code ticket/1001}
 */
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Change data) {

    public static CloudEvent of(Change change) {
        return new CloudEvent(
                "1.0",
                Long.toString(change.position()),
                "/wrenchline/api/v1/events",
                "wrenchline." + change.subject() + "." + change.event(),
                change.subject() + "/" + change.id(),
                change.at(),
                "application/json",
                change);
    }
}
