package wrenchline.core.device;

import java.util.List;
import wrenchline.core.ticket.Actor;

/** What happens to a device account. */
public sealed interface AccountEvent {

    /** Somebody vouches for the machine (批准). */
    record Approved(Actor by) implements AccountEvent {}

    /** It gets its first credential, which approves it too (发证). */
    record Enrolled(Actor by, Credential credential, List<String> topics) implements AccountEvent {
        public Enrolled {
            topics = List.copyOf(topics);
        }
    }

    /**
     * It gets its next credential (换证).
     *
     * @param atOnce whether the one before ends now, and not only when the next one is first used
     */
    record Rotated(Actor by, Credential credential, boolean atOnce) implements AccountEvent {}

    /** It signed in with the credential of this digest for the first time. */
    record Used(String digest) implements AccountEvent {}

    /** It may no longer sign in (停用). */
    record Revoked(Actor by, String reason) implements AccountEvent {}
}
