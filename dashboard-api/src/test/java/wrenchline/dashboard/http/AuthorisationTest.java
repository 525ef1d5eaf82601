package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.access.Role;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Recording;
import wrenchline.dashboard.SampleServer;

/** Every operation of the contract, asked for by every role, over the real PostgreSQL. A new operation is in the table by itself. */
class AuthorisationTest {

    /** What the paths name: things of the customer sample-fleet-b, which the customer sample-garage-a must not see. */
    private static final Map<String, String> FOREIGN = Map.of(
            "/equipment/{id}", "sample-lift-2",
            "/tickets/{id}", "1002",
            "/promises/{id}", "00000000-0000-0000-0000-000000000000");

    private static final Contract CONTRACT = Contract.load();
    private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);
    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = StoredSite.withHistory(data);
        server = stored.server();
        server.site.overheat(71.5);
        server.site.call("1767578400.17", "13900000002", "102", Duration.ofMinutes(1));
        server.site.calls.note(
                new CallId("1767578400.17"),
                new CallNote.Recorded(new Recording("recordings/a.wav", "0".repeat(64), Duration.ofSeconds(9))));
        for (Role role : Role.values()) {
            String customer = role == Role.CUSTOMER ? ",\"customer\":\"sample-garage-a\"" : "";
            HttpResponse<String> made =
                    server.post("/keys", "{\"name\":\"table\",\"role\":\"" + role.word() + "\"" + customer + "}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
            KEYS.put(role, SampleServer.json(made).path("key").asText());
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void every_role_may_do_what_the_contract_says_and_nothing_else() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : CONTRACT.operations()) {
            for (Role role : Role.values()) {
                boolean may = operation.audience().roles().contains(role);
                int status = status(operation, Optional.of(role));
                boolean shutOut = status == 401 && !operation.audience().open();
                if ((status == 403) == may || shutOut) {
                    wrong.add(role.word() + " " + operation.id() + " → " + status + ", may: " + may);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_is_open_to_strangers_but_signing_in_and_the_contract() {
        List<String> open = new ArrayList<>();
        for (Operation operation : CONTRACT.operations()) {
            if (operation.audience().open()) {
                open.add(operation.id());
            } else {
                assertThat(status(operation, Optional.empty()))
                        .as(operation.id())
                        .isEqualTo(401);
            }
        }
        assertThat(open).containsExactlyInAnyOrder("getContract", "beginSession");
    }

    @Test
    void a_customer_gets_nothing_that_is_somebody_elses() {
        for (Operation operation : CONTRACT.operations()) {
            Own own = operation.audience().own();
            if (own == null || operation.audience().open() || operation.id().equals("streamEvents")) {
                continue;
            }
            HttpResponse<String> response = text(operation, Role.CUSTOMER);
            switch (own) {
                case EQUIPMENT, TICKET, PROMISE ->
                    assertThat(response.statusCode()).as(operation.id()).isEqualTo(404);
                case LIST, NOTHING ->
                    assertThat(response.body())
                            .as(operation.id())
                            .doesNotContain("sample-fleet-b", "sample-lift-2", "1002", "13900000002", "13800000001");
            }
        }
    }

    @Test
    void a_customer_sees_its_own_machines_tickets_and_promises() {
        assertThat(asCustomer("/equipment").body()).contains("sample-lift-1", "sample-lift-3");
        assertThat(asCustomer("/equipment/sample-lift-1").statusCode()).isEqualTo(200);
        assertThat(asCustomer("/tickets").body()).contains("1001");
        assertThat(asCustomer("/tickets?equipment=sample-lift-2").body()).doesNotContain("\"id\"");
        assertThat(asCustomer("/tickets/1001").body()).contains("promises").doesNotContain("13800000001");
        assertThat(SampleServer.json(asCustomer("/promises")).path("items")).isNotEmpty();
    }

    private static HttpResponse<String> asCustomer(String path) {
        return server.send(server.bare("/api/v1" + path).header("Authorization", "Bearer " + KEYS.get(Role.CUSTOMER)));
    }

    private static HttpResponse<String> text(Operation operation, Role role) {
        return server.send(request(operation, Optional.of(role)));
    }

    /** Only the head is waited for: a stream of events has no end. */
    private static int status(Operation operation, Optional<Role> role) {
        try {
            HttpResponse<InputStream> response =
                    server.client().send(request(operation, role).build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(operation.id(), broken);
        }
    }

    private static HttpRequest.Builder request(Operation operation, Optional<Role> role) {
        HttpRequest.Builder request = server.bare("/api/v1" + path(operation))
                .header("Content-Type", "application/json")
                .method(
                        operation.method(),
                        operation.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        role.ifPresent(one -> request.header("Authorization", "Bearer " + KEYS.get(one)));
        return request;
    }

    private static String path(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> foreign : FOREIGN.entrySet()) {
            if (path.startsWith(foreign.getKey())) {
                path = foreign.getKey().replace("{id}", foreign.getValue())
                        + path.substring(foreign.getKey().length());
            }
        }
        String query = operation.parameters().stream()
                .filter(parameter -> parameter.place().equals("query") && parameter.required())
                .map(parameter -> parameter.name() + "=oil_temp")
                .reduce("", (all, one) -> all + (all.isEmpty() ? "?" : "&") + one);
        return path.replace("{sha256}", "0".repeat(64))
                        .replaceAll("\\{\\w+}", "nobody")
                        .toLowerCase(Locale.ROOT)
                + query;
    }
}
