package wrenchline.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values that stand above the files: flags of the command line first, then the environment. {@code http.port} is
 * {@code WRENCHLINE_HTTP_PORT} there, {@code hotline.sipPort} is {@code WRENCHLINE_HOTLINE_SIP_PORT}, and the first broker's
 * password is {@code WRENCHLINE_BROKERS_0_PASSWORD}.
 */
public record Overrides(Map<String, String> flags, Map<String, String> environment) {

    /** Nothing stands above the files. */
    public static final Overrides NONE = new Overrides(Map.of(), Map.of());

    public Overrides {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
    }

    Optional<String> find(String path) {
        String flag = flags.get(path);
        return flag != null ? Optional.of(flag) : Optional.ofNullable(environment.get(variable(path)));
    }

    /** The environment variable for the key at {@code path}. */
    public static String variable(String path) {
        String words = path.replaceAll("[.\\[]", "_").replace("]", "").replaceAll("([a-z])([A-Z])", "$1_$2");
        return "WRENCHLINE_" + words.toUpperCase(Locale.ROOT);
    }
}
