package wrenchline.app;

import java.nio.file.Path;
import java.util.Set;
import wrenchline.config.HotlineSettings;
import wrenchline.config.Settings;
import wrenchline.dashboard.http.Health;

/**
 * Where what was started is reached.
 *
 * @param access the file with the secrets
 */
record Addresses(Settings settings, int httpPort, int mqttPort, Path access) {

    void tell(Console console, Set<Role> roles, HealthBoard health) {
        if (roles.contains(Role.DASHBOARD)) {
            console.line("API      http://" + settings.http().host() + ":" + httpPort + "/api/v1/openapi.json");
        }
        if (roles.contains(Role.GATEWAY)) {
            console.line("MQTT     " + settings.mqtt().host() + ":" + mqttPort + ", user "
                    + settings.mqtt().username());
        }
        health.parts().stream()
                .filter(part -> part.name().equals("hotline"))
                .forEach(part -> console.line("Hotline  " + hotline(part)));
        console.line("Secrets  " + access);
        console.line("Ctrl-C stops everything.");
        console.line("");
    }

    private String hotline(Health.Part part) {
        HotlineSettings hotline = settings.hotline();
        return part.state() == Health.State.DOWN
                ? "is down: " + part.reason()
                : hotline.number() + " by SIP on " + hotline.sipHost() + ":" + hotline.sipPort();
    }
}
