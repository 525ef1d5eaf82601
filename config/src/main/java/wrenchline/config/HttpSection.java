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
        return new HttpSettings(section.text("host"), port, publicUrl, webhooks, signIn(section), operatorToken);
    }

    private static HttpSettings.SignIn signIn(Section section) {
        Duration idle = section.duration("sessionIdle", HttpSettings.SignIn.USUAL.idle());
        if (idle.compareTo(SHORTEST_IDLE) < 0) {
            section.problem(
                    "'http.sessionIdle' is less than five minutes, within which an open page shows that it is in use");
        }
        String factor = section.text("secondFactor", "optional");
        if (!factor.equals("optional") && !factor.equals("required")) {
            section.problem("'http.secondFactor' is '" + factor + "', not optional or required");
        }
        return new HttpSettings.SignIn(idle, factor.equals("required"));
    }
}
