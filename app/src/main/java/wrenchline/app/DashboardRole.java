package wrenchline.app;

import java.time.Duration;
import wrenchline.config.ConfigFiles;
import wrenchline.config.HttpSettings;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.http.DashboardServer;
import wrenchline.dashboard.http.Ports;
import wrenchline.dashboard.http.Pushes;

/**
 * Serves the API and the page.
 *
 * @param config the files that *Settings* shows
 */
record DashboardRole(Parts parts, ConfigFiles config) {

    private static final Duration SIGN_IN = Duration.ofMinutes(15);

    /** Returns the port. */
    int start() {
        HttpSettings http = parts.settings().http();
        parts.console().step("HTTP on " + http.host() + ":" + http.port());
        SignInCodes codes = new SignInCodes(parts.clock(), SIGN_IN);
        Ports ports = new Ports(
                parts.desk(),
                parts.devices(),
                parts.database().calls(),
                parts.database().quarantine(),
                parts.database().ledger(),
                parts.database().devices(),
                parts.database().detectorStates(),
                parts.shown(),
                parts.database().changes(),
                parts.database().access(),
                parts.database().webhooks(),
                parts.health(),
                new Pushes(parts.messages().pushes(), parts.messages().inbox()),
                parts.settings().data(),
                config);
        DashboardServer server = DashboardServer.start(parts.vertx(), http, ports, codes, parts.metrics());
        parts.keep(server);
        String page = "http://" + http.host() + ":" + server.port();
        parts.console().line("");
        parts.console().line("Page     " + codes.link(page) + "   (signs in once, within 15 minutes)");
        server.firstAccount()
                .ifPresent(password -> parts.console()
                        .line("Account  admin, password " + password
                                + "   (told only now; more by ./wrenchline account add)"));
        return server.port();
    }
}
