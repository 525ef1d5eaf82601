package wrenchline.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the product is installed.
 *
 * @param folder with {@code config} in it
 * @param cache for what is unpacked once
 */
record Home(Path folder, Path cache) {

    /** As the {@code wrenchline} script says. */
    static Home here() {
        Map<String, String> environment = System.getenv();
        Path folder = Path.of(environment.getOrDefault("WRENCHLINE_HOME", "."));
        Path usual = Path.of(System.getProperty("user.home"), ".cache", "wrenchline");
        Path cache = Path.of(environment.getOrDefault("WRENCHLINE_CACHE", usual.toString()));
        return new Home(folder.toAbsolutePath().normalize(), cache);
    }

    Path config(String file) {
        return folder.resolve("config").resolve(file);
    }
}
