package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The API of the product that runs, as an operator uses it. */
record RunningApi(String address, String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** That of the product in a data folder. */
    static RunningApi in(Path folder) {
        Path access = folder.resolve("access.json");
        if (!Files.exists(access)) {
            throw new IllegalStateException("asking the product in " + folder + ": it was never started there");
        }
        JsonObject known = new JsonObject(DeviceFiles.read(access));
        return new RunningApi(known.getString("http") + "/api/v1", known.getString("operatorToken"));
    }

    JsonObject get(String path) {
        return get(path, PATIENCE);
    }

    JsonObject get(String path, Duration patience) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET(), patience);
    }

    JsonObject post(String path, JsonObject body) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.encode())),
                PATIENCE);
    }

    /** @throws IllegalStateException with what the product says when it refuses, or when it does not run */
    private JsonObject send(HttpRequest.Builder request, Duration patience) {
        HttpRequest ready = request.header("Authorization", "Bearer " + token)
                .timeout(patience)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(ready, BodyHandlers.ofString());
            JsonObject body = new JsonObject(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        body.getString("detail", "the product answers " + response.statusCode()));
            }
            return body;
        } catch (IOException away) {
            throw new UncheckedIOException("asking the product at " + address + ", which does not answer", away);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asking the product at " + address + ": interrupted", hurried);
        }
    }
}
