package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.TicketId;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/** What a link in a message opens, and what it does not. */
class FieldApiTest {

    private static final StaffId ENGINEER = new StaffId("e1");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    private SampleServer server;
    private TicketId ticket;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        server.site.overheat(75);
        ticket = new TicketId(
                SampleServer.json(server.get("/tickets")).at("/items/0/id").asLong());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_message_holds_a_short_link_and_the_link_is_exchanged_at_once() {
        String text =
                SampleServer.json(server.get("/notices")).at("/items/0/text").asText();
        assertThat(text).containsPattern("http://page/t/[A-Za-z0-9_-]{24} ");

        HttpResponse<String> answer = open(link());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/field/index.html");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/field/")
                .doesNotContain(link().substring(link().lastIndexOf('/') + 1));
    }

    @Test
    void the_page_shows_the_ticket_and_never_the_customers_code() {
        JsonNode view = view(session());
        assertThat(view.path("id").asLong()).isEqualTo(ticket.value());
        assertThat(view.path("machine").path("serialNumber").asText()).isNotEmpty();
        assertThat(view.path("state").asText()).isEqualTo("Assigned");
        assertThat(view.toString()).doesNotContain(arrivalCode()).contains("\"arrivalCode\":true");
    }

    @Test
    void the_way_from_acceptance_to_the_signed_end() {
        String session = session();
        assertThat(deed(session, "{\"type\":\"accept\"}")).isEmpty();
        assertThat(deed(session, "{\"type\":\"setOut\"}")).isEmpty();
        assertThat(deed(session, "{\"type\":\"arrive\",\"code\":\"" + other(arrivalCode()) + "\"}"))
                .contains("code");
        assertThat(deed(session, "{\"type\":\"arrive\",\"code\":\"" + arrivalCode() + "\"}"))
                .isEmpty();
        assertThat(deed(session, "{\"type\":\"diagnose\",\"finding\":\"filter\",\"solution\":\"swap\"}"))
                .isEmpty();
        assertThat(deed(
                        session,
                        "{\"type\":\"swapPart\",\"part\":\"filter\",\"serialOut\":\"A1\",\"serialIn\":\"B2\"}"))
                .isEmpty();
        assertThat(attach(session).statusCode()).isEqualTo(200);
        assertThat(deed(session, "{\"type\":\"finish\",\"how\":\"swapped\",\"signedBy\":\"示例客户\"}"))
                .isEmpty();
        JsonNode view = view(session);
        assertThat(view.path("state").asText()).isEqualTo("Confirmed");
        assertThat(view.path("history").findValuesAsText("event"))
                .contains(
                        "Accepted",
                        "SetOut",
                        "Arrived",
                        "Diagnosed",
                        "PartSwapped",
                        "Attached",
                        "Resolved",
                        "Confirmed");
    }

    @Test
    void a_deed_that_is_sent_twice_is_done_once() {
        String session = session();
        assertThat(deed(session, "{\"type\":\"accept\"}")).isEmpty();
        UUID key = UUID.randomUUID();
        String part = "{\"type\":\"swapPart\",\"part\":\"filter\",\"serialOut\":\"A1\",\"serialIn\":\"B2\"}";
        deed(session, "{\"type\":\"arrive\",\"code\":\"\"}");
        for (int times = 0; times < 3; times++) {
            assertThat(deed(session, key, part)).isEmpty();
        }
        assertThat(view(session).path("history").findValuesAsText("event"))
                .filteredOn("PartSwapped"::equals)
                .hasSize(1);
    }

    @Test
    void nothing_is_done_without_the_pages_own_token_and_nothing_shown_without_a_session() {
        String session = session();
        HttpResponse<String> forged = server.send(server.bare("/field/api/deeds/" + UUID.randomUUID())
                .header("Cookie", session)
                .POST(BodyPublishers.ofString("{\"type\":\"accept\"}")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(server.send(server.bare("/field/api/ticket").GET()).statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.bare("/field/api/ticket")
                                .header("Cookie", session.replace(ticket + ".", (ticket.value() + 1) + "."))
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.bare("/api/v1/tickets")
                                .header("Cookie", session)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_link_that_is_over_or_tampered_with_opens_nothing() {
        String link = link();
        String session = session();
        String tampered = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
        assertThat(open(tampered).headers().firstValue("Set-Cookie").orElseThrow())
                .contains("Max-Age=0");
        assertThat(open("http://page/t/short").statusCode()).isEqualTo(303);
        server.clock.advance(Duration.ofHours(13));
        assertThat(open(link).headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(server.send(server.bare("/field/api/ticket")
                                .header("Cookie", session)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_is_no_deed_is_refused() {
        String session = session();
        for (String body : new String[] {"no json", "[]", "{\"type\":\"explode\"}", "{\"type\":\"accept\",\"x\":{}}"}) {
            assertThat(send(session, UUID.randomUUID().toString(), body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(send(session, "no-uuid", "{\"type\":\"accept\"}").statusCode())
                .isEqualTo(400);
    }

    private String link() {
        return SampleSite.LINKS.link(ticket, ENGINEER, server.clock.instant()).orElseThrow();
    }

    private HttpResponse<String> open(String link) {
        return server.send(server.bare(link.substring("http://page".length())).GET());
    }

    private String session() {
        String cookie = open(link()).headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private JsonNode view(String session) {
        return SampleServer.json(server.send(
                server.bare("/field/api/ticket").header("Cookie", session).GET()));
    }

    private String deed(String session, String body) {
        return deed(session, UUID.randomUUID(), body);
    }

    private String deed(String session, UUID key, String body) {
        HttpResponse<String> answer = send(session, key.toString(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SampleServer.json(answer).path("refused").asText("missing");
    }

    private HttpResponse<String> send(String session, String key, String body) {
        return server.send(server.bare("/field/api/deeds/" + key)
                .header("Cookie", session)
                .header("X-CSRF-Token", view(session).path("csrf").asText())
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> attach(String session) {
        return server.send(server.bare("/field/api/files?name=signature.png")
                .header("Cookie", session)
                .header("X-CSRF-Token", view(session).path("csrf").asText())
                .POST(BodyPublishers.ofByteArray(PNG)));
    }

    private String arrivalCode() {
        return String.valueOf(server.site.ticket(ticket).arrivalCode());
    }

    private static String other(String code) {
        return code.equals("0000") ? "0001" : "0000";
    }
}
