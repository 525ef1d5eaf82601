package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wrenchline.core.webhook.Webhook;

/**
 * A webhook as others see it.
 *
 * @param secret with which what it gets is signed, told now and never again; null later
 */
public record WebhookView(
        UUID id,
        String url,
        List<String> subjects,
        String by,
        Instant created,
        @Nullable String secret) {

    public static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.subjects().stream().sorted().toList(),
                webhook.by(),
                webhook.created(),
                null);
    }

    /** With its secret. */
    public static WebhookView fresh(Webhook webhook) {
        WebhookView view = of(webhook);
        return new WebhookView(view.id, view.url, view.subjects, view.by, view.created, webhook.secret());
    }
}
