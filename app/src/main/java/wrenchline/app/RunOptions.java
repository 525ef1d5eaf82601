package wrenchline.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wrenchline.config.Overrides;
import wrenchline.config.Settings;
import wrenchline.config.SettingsFile;

/** The options of {@code run}; picocli fills them in. */
final class RunOptions {

    @Option(
            names = "--demo",
            description =
                    "Enter a sample site, and let fourteen simulated machines send recorded data (one of them is asked by Modbus).")
    private boolean demo;

    @Option(
            names = "--roles",
            split = ",",
            description = "Run a part of the product only: ${COMPLETION-CANDIDATES}. Default: all.")
    private @Nullable Set<Role> roles;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept. Default: var.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings. Default: config/wrenchline.yaml.")
    private @Nullable Path config;

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "Enter the customers, equipment, staff and shifts of this file into the registers.")
    private @Nullable Path site;

    @Option(names = "--policy", paramLabel = "FILE", description = "Promises and clocks. Default: config/policy.yaml.")
    private @Nullable Path policy;

    @Option(names = "--http-port", paramLabel = "PORT", description = "HTTP and the page; 0 takes a free one.")
    private @Nullable Integer httpPort;

    @Option(names = "--mqtt-port", paramLabel = "PORT", description = "MQTT; 0 takes a free one.")
    private @Nullable Integer mqttPort;

    @Option(names = "--mqtt-tls-port", paramLabel = "PORT", description = "MQTT with TLS; 0 takes a free one.")
    private @Nullable Integer mqttTlsPort;

    @Option(names = "--sip-port", paramLabel = "PORT", description = "SIP.")
    private @Nullable Integer sipPort;

    @Option(names = "--agi-port", paramLabel = "PORT", description = "FastAGI.")
    private @Nullable Integer agiPort;

    @Option(names = "--ami-port", paramLabel = "PORT", description = "Asterisk's manager interface.")
    private @Nullable Integer amiPort;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other setting of the settings file, for instance hotline.trunk=127.0.0.1:5070.")
    private Map<String, String> set = new HashMap<>();

    boolean demo() {
        return demo;
    }

    boolean has(Role role) {
        return roles == null || roles.contains(role);
    }

    Set<Role> roles() {
        return roles == null ? EnumSet.allOf(Role.class) : roles;
    }

    Path data(Home home) {
        return data == null ? home.folder().resolve("var") : data;
    }

    @Nullable
    Path site(Home home) {
        return site == null && demo ? home.config("demo/site.yaml") : site;
    }

    Path policy(Home home) {
        return policy == null ? home.config("policy.yaml") : policy;
    }

    Settings settings(Home home, Path dataFolder) {
        Map<String, String> flags = new HashMap<>(set);
        put(flags, "http.port", httpPort);
        put(flags, "mqtt.port", mqttPort);
        put(flags, "mqtt.tlsPort", mqttTlsPort);
        put(flags, "hotline.sipPort", sipPort);
        put(flags, "hotline.agiPort", agiPort);
        put(flags, "hotline.amiPort", amiPort);
        return new SettingsFile(home.folder(), dataFolder, new Overrides(flags, System.getenv()))
                .read(config == null ? home.config("wrenchline.yaml") : config);
    }

    private static void put(Map<String, String> flags, String key, @Nullable Integer value) {
        if (value != null) {
            flags.put(key, value.toString());
        }
    }
}
