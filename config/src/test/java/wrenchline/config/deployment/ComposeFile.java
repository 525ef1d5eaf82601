package wrenchline.config.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The services of docker-compose.yml, with the variables of a filled-in .env put in. */
record ComposeFile(Map<String, Map<String, Object>> services) {

    /** The folder with docker-compose.yml: tests run in the folder of their module. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    static ComposeFile read() {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(text("docker-compose.yml"));
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        child(document, "services").forEach((name, service) -> services.put(name, mapping(service)));
        return new ComposeFile(services);
    }

    /** The environment of {@code service}. What must be set in .env has {@code filled-in} and its name as its value. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        child(service(service), "environment").forEach((name, value) -> {
            if (name.equals("<<")) {
                mapping(value).forEach((merged, shared) -> environment.put(merged, filledIn(shared)));
            } else {
                environment.put(name, filledIn(value));
            }
        });
        return environment;
    }

    List<String> list(String service, String key) {
        if (service(service).get(key) instanceof List<?> list) {
            return list.stream().map(ComposeFile::filledIn).toList();
        }
        return List.of();
    }

    /** The Dockerfile from which {@code service} is built. */
    String dockerfile(String service) {
        return String.valueOf(child(service(service), "build").get("dockerfile"));
    }

    List<String> healthCheck(String service) {
        if (child(service(service), "healthcheck").get("test") instanceof List<?> words) {
            return words.stream().map(ComposeFile::filledIn).toList();
        }
        throw new AssertionError(service + " has no health check");
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    static String text(String file) {
        try {
            return Files.readString(HOME.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + file, unreadable);
        }
    }

    /** All variables of docker-compose.yml: name, {@code ?} (must be set) or {@code -} (has a default), message or default. */
    static List<MatchResult> variables() {
        return VARIABLE.matcher(text("docker-compose.yml")).results().toList();
    }

    private static String filledIn(Object value) {
        return VARIABLE.matcher(String.valueOf(value))
                .replaceAll(variable ->
                        "-".equals(variable.group(2)) ? variable.group(3) : "filled-in-" + variable.group(1));
    }

    private static Map<String, Object> child(Object parent, String key) {
        return mapping(Objects.requireNonNull(mapping(parent).get(key), key));
    }

    private static Map<String, Object> mapping(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> mapping = new LinkedHashMap<>();
            map.forEach((key, value) -> mapping.put(String.valueOf(key), value));
            return mapping;
        }
        throw new AssertionError("no mapping: " + node);
    }
}
