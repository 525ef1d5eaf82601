package wrenchline.config;

import java.time.Duration;
import java.util.List;
import wrenchline.core.notice.SendingRules;

/**
 * How short messages are sent (短信).
 *
 * @param providers in the order in which they are used; never empty
 * @param page where telephones reach the page, for links in messages; empty for no links, since some carriers refuse them
 * @param linkLife for how long a link in a message can be opened
 * @param linkSecret with which links are sealed
 */
public record SmsSettings(
        List<SmsProvider> providers, SendingRules rules, String page, Duration linkLife, Secret linkSecret) {
    public SmsSettings {
        providers = List.copyOf(providers);
    }
}
