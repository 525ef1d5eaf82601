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
import java.util.List;
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

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(access.http() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + access.operatorToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("asking for " + path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
