package wrenchline.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads {@code http} of {@code wrenchline.yaml}. */
final class HttpSection {

    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);

    private HttpSection() {}

    static HttpSettings read(Section section, Path home, int port, Secret operatorToken) {
        String publicUrl = section.text("publicUrl", "");
        if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[^/\\s]+")) {
            section.problem("'http.publicUrl' is '" + publicUrl + "', not an address such as https://desk.example");
        }
        String authority = section.text("webhookAuthority", "");
        if (!authority.isEmpty() && !Files.isReadable(home.resolve(authority))) {
            section.problem("'http.webhookAuthority': there is no file '" + home.resolve(authority) + "'");
        }
        var webhooks = new HttpSettings.Webhooks(
                section.flag("innerWebhooks", false), authority.isEmpty() ? null : home.resolve(authority));
        return new HttpSettings(section.text("host"), port, publicUrl, webhooks, sessionIdle(section), operatorToken);
    }

    private static Duration sessionIdle(Section section) {
        Duration idle = section.duration("sessionIdle", HttpSettings.SESSION_IDLE);
        if (idle.compareTo(SHORTEST_IDLE) < 0) {
            section.problem("'http.sessionIdle' is less than five minutes, within which an open page shows that it is in use");
        }
        return idle;
    }
}
