package wrenchline.bench.foresight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wrenchline.bench.Access;

/** The product's tickets, asked like by anybody else. */
record Tickets(HttpClient http, Access access) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What was found of a machine.
     *
     * @param tickets how many were opened
     * @param at when each finding was, those that were noted on an open ticket included
     */
    record Found(int tickets, List<Instant> at) {}

    Found of(String machine) throws IOException, InterruptedException {
        List<Instant> at = new ArrayList<>();
        JsonNode tickets = get("/tickets?limit=500&equipment=" + machine).path("items");
        for (JsonNode ticket : tickets) {
            at.add(Instant.parse(
                    ticket.path("origin").path("finding").path("at").asText()));
            JsonNode events = get("/tickets/" + ticket.path("id").asText()).path("events");
            for (JsonNode dated : events) {
                JsonNode event = dated.path("event");
                if (event.path("type").asText().equals("FoundAgain")) {
                    at.add(Instant.parse(event.path("finding").path("at").asText()));
                }
            }
        }
        at.sort(null);
        return new Found(tickets.size(), List.copyOf(at));
    }

    /**
     * The ticket that says that a part's life ends.
     *
     * @param at the end of the cycle that showed it
     * @param cycles left, as predicted then
     */
    record Ending(Instant at, double cycles) {}

    /** The first such ticket of {@code machine}. */
    Optional<Ending> endingOf(String machine) throws IOException, InterruptedException {
        List<Ending> endings = new ArrayList<>();
        for (JsonNode ticket : get("/tickets?limit=500&equipment=" + machine).path("items")) {
            JsonNode finding = ticket.path("origin").path("finding");
            if (finding.path("failureMode").asText().startsWith("WORN_")) {
                endings.add(new Ending(
                        Instant.parse(finding.path("at").asText()),
                        finding.path("value").asDouble()));
            }
        }
        return endings.stream().min(Comparator.comparing(Ending::at));
    }

    /** Answers each open ticket with 'nothing there' and closes it; how many those were. */
    int answerAsFalse() throws IOException, InterruptedException {
        JsonNode open = get("/tickets?limit=500&state=open").path("items");
        for (JsonNode ticket : open) {
            String path = "/tickets/" + ticket.path("id").asText();
            post(path + "/verdict", "{\"real\": false}");
            post(path + "/resolve", "{\"how\": \"nothing there\"}");
            post(path + "/close", "{}");
        }
        return open.size();
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        send(path, HttpRequest.BodyPublishers.ofString(body), "POST");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.BodyPublishers.noBody(), "GET");
    }

    private JsonNode send(String path, HttpRequest.BodyPublisher body, String method)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(access.http() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + access.operatorToken())
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
