package wrenchline.hotline.sms.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP to a provider. It tells a request that cannot have arrived from one that may have. */
public final class Web implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final Duration patience;

    /**
     * @param patience for an answer
     */
    public Web(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** What came of a request. */
    public sealed interface Outcome {
        /** An answer; its body is empty where it was no JSON. */
        record Answered(int status, JsonNode body) implements Outcome {
            public boolean good() {
                return status >= 200 && status < 300;
            }

            /** Refused before anything was done: too many requests, or out of service. */
            public boolean later() {
                return status == 429 || status == 503;
            }

            /** Something broke after the request was read. */
            public boolean broken() {
                return status >= 500;
            }
        }

        /** It never got there. */
        record NotSent(String reason) implements Outcome {}

        /** It may have got there. */
        record NoAnswer(String reason) implements Outcome {}
    }

    /** Sends {@code request} and waits. */
    public Outcome send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    client.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Outcome.Answered(response.statusCode(), json(response.body()));
        } catch (HttpConnectTimeoutException | ConnectException unreachable) {
            return new Outcome.NotSent("cannot be reached");
        } catch (IOException lost) {
            boolean unresolved = lost.getCause() instanceof UnresolvedAddressException;
            return unresolved
                    ? new Outcome.NotSent("cannot be reached")
                    : new Outcome.NoAnswer("no answer: " + lost.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer("stopped while waiting for the answer");
        }
    }

    /** {@code text} as JSON; a missing node where it is none. */
    public static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            return JSON.missingNode();
        } catch (IOException impossible) {
            throw new IllegalStateException(
                    "reading JSON of " + text.length + " octets in " + StandardCharsets.UTF_8, impossible);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
