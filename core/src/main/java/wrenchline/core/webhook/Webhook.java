package wrenchline.core.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A system that is told of changes (事件订阅).
 *
 * @param url where it takes them
 * @param subjects of which changes, for instance {@code ticket}; empty for all
 * @param secret with which what it gets is signed; it is told to the subscriber once
 * @param by who made it
 */
public record Webhook(UUID id, String url, Set<String> subjects, String secret, String by, Instant created) {
    public Webhook {
        subjects = Set.copyOf(subjects);
    }

    /** Whether it wants changes of {@code subject}. */
    public boolean wants(String subject) {
        return subjects.isEmpty() || subjects.contains(subject);
    }

    @Override
    public String toString() {
        return "Webhook[" + id + " " + url + "]";
    }
}
