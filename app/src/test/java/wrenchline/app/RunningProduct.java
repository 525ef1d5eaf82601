package wrenchline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import wrenchline.bench.load.Load;

/** The product as its users run it: a process of its own, reached by MQTT and HTTP through what {@code access.json} says. */
final class RunningProduct implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final JsonNode access;

    private RunningProduct(Process process, JsonNode access) {
        this.process = process;
        this.access = access;
    }

    /** Starts it on free ports with everything in {@code data}, and waits until it is ready. */
    static RunningProduct start(Path data, String... moreFlags) {
        List<String> command = command(data, moreFlags);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("WRENCHLINE_HOME", home());
        try {
            Files.createDirectories(data);
            Path access = data.resolve("access.json");
            Files.deleteIfExists(access);
            Path log = data.resolve("console.log");
            Process process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try {
                waitFor("the product to start; see " + log, () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("the product ended:\n" + read(log));
                    }
                    return Files.exists(access);
                });
            } catch (AssertionError late) {
                process.destroyForcibly();
                throw late;
            }
            return new RunningProduct(process, JSON.readTree(read(access)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it on free ports with everything in {@code data}; the environment must name its home. */
    static List<String> command(Path data, String... moreFlags) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "wrenchline.app.Wrenchline",
                "run",
                "--data",
                data.toString(),
                "--http-port=0",
                "--mqtt-port=0"));
        command.addAll(List.of(moreFlags));
        return command;
    }

    /** Ends it as a power cut would, as far as a process can tell. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** The folder of the project. */
    static String home() {
        return new File("..").getAbsolutePath();
    }

    /** The accounts of its ledger that do not agree with what is in the history and in quarantine. */
    List<JsonNode> unbalanced() {
        List<JsonNode> unbalanced = new ArrayList<>();
        JsonNode accounts = get("/ledger?days=2&wait=10").get("items");
        if (accounts.isEmpty()) {
            throw new AssertionError("the ledger has no account at all");
        }
        accounts.forEach(account -> {
            if (!account.get("agrees").asBoolean()) {
                unbalanced.add(account);
            }
        });
        return unbalanced;
    }

    /** The value of a metric without labels. */
    double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    /** What it tells Prometheus. */
    String metrics() {
        return text(HttpRequest.newBuilder(URI.create(page() + "/metrics")).GET());
    }

    /** The processes below it whose command holds {@code word}. */
    List<ProcessHandle> children(String word) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(word))
                .toList();
    }

    /** A controller that signed in. */
    MqttAsyncClient controller(String clientId) throws MqttException {
        JsonNode mqtt = access.get("mqtt");
        String url =
                "tcp://" + mqtt.get("host").asText() + ":" + mqtt.get("port").asInt();
        MqttAsyncClient client = new MqttAsyncClient(url, clientId, new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(mqtt.get("username").asText());
        options.setPassword(mqtt.get("password").asText().toCharArray());
        options.setMaxInflight(1000);
        client.connect(options).waitForCompletion();
        return client;
    }

    /** Where load goes. */
    Load load() {
        JsonNode mqtt = access.get("mqtt");
        return Load.to(
                mqtt.get("host").asText(),
                mqtt.get("port").asInt(),
                mqtt.get("username").asText(),
                mqtt.get("password").asText());
    }

    String page() {
        return access.get("http").asText();
    }

    String token() {
        return access.get("operatorToken").asText();
    }

    /** With which telephones register. */
    String phonePassword() {
        return access.get("sip").get("phonePassword").asText();
    }

    /** Whether the part called {@code name} says that it works. */
    boolean isUp(String name) {
        return find(
                        get("/status").get("parts"),
                        part -> part.get("name").asText().equals(name))
                .filter(part -> part.get("state").asText().equals("UP"))
                .isPresent();
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(api(path)).GET());
    }

    JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(api(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks for {@code path} until one of its items fits. */
    JsonNode await(String path, String what, Predicate<JsonNode> fits) {
        List<JsonNode> found = new ArrayList<>();
        waitFor(what, () -> {
            for (JsonNode item : get(path).get("items")) {
                if (fits.test(item)) {
                    found.add(item);
                    return true;
                }
            }
            return false;
        });
        return found.getFirst();
    }

    private URI api(String path) {
        return URI.create(page() + "/api/v1" + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(text(request));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String text(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "Bearer " + token()).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    static void waitFor(String what, Condition condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    /** Something to wait for. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The item of {@code items} that fits, if any. */
    static Optional<JsonNode> find(JsonNode items, Predicate<JsonNode> fits) {
        for (JsonNode item : items) {
            if (fits.test(item)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
