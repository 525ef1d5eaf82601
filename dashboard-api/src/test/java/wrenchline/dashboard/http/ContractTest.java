package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.command.Order;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.CallbackDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.evidence.ClockOffset;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.Quarantined;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.auth.Authenticator;
import wrenchline.dashboard.memory.SampleSite;

/** The OpenAPI document says what the server does, over the real PostgreSQL and the real QuestDB. */
class ContractTest {

    private static final JsonObject DOCUMENT =
            new JsonObject(new String(Contract.load().published(), StandardCharsets.UTF_8));

    private static final UUID HELD = UUID.randomUUID();

    private static final Contract CLOSED = ClosedContract.load();

    private final Contract contract = Contract.load();
    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = StoredSite.withHistory(data);
        server = stored.server();
        fill(server.site);
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void every_answer_matches_the_schema_that_the_document_gives_it() {
        String promise = promise();
        String command = SampleServer.json(server.get("/equipment/sample-lift-1/commands"))
                .at("/items/0/id")
                .asText();
        Map<String, String> paths = Map.ofEntries(
                Map.entry("getEquipment", "/equipment/sample-lift-1"),
                Map.entry("getReadings", "/equipment/sample-lift-1/readings?metric=oil_temp"),
                Map.entry("getRawReadings", "/equipment/sample-lift-1/readings/raw"),
                Map.entry("getTicket", "/tickets/1002"),
                Map.entry("getEvidence", "/promises/" + promise + "/evidence"),
                Map.entry("getCall", "/calls/1767578400.17"),
                Map.entry("listCommands", "/equipment/sample-lift-1/commands"),
                Map.entry("getCommand", "/commands/" + command),
                Map.entry("getQuarantined", "/quarantine/" + HELD),
                Map.entry("search", "/search?q=1"),
                Map.entry("getPromise", "/promises/" + promise));
        List<String> checked = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            String path = paths.getOrDefault(operation.id(), operation.path());
            boolean forProgramsToo = !List.of("getSession", "getSecondFactor").contains(operation.id());
            if (operation.method().equals("GET")
                    && forProgramsToo
                    && !path.contains("{")
                    && schema(operation) != null) {
                var response = server.get(path);
                assertThat(response.statusCode())
                        .as(operation.id() + response.body())
                        .isEqualTo(200);
                check(operation, response.body());
                checked.add(operation.id());
            }
        }
        assertThat(checked)
                .contains("listEquipment", "getEquipment", "getReadings", "getRawReadings", "listTickets", "getTicket")
                .contains("listPromises", "getEvidence", "listCalls", "getCall", "listCallbacks", "listNotices")
                .contains("listDevices", "listQuarantine", "checkLedger", "getStatus", "listModels", "listCommands")
                .contains("getCommand", "getQuarantined", "listQuarantineReasons", "listStandings")
                .contains("listRisks", "search", "listComplaints", "listRatings", "getSettings", "getRoster")
                .contains("getPromise", "reportPromises", "getOnDuty", "checkCoverage")
                .contains(
                        "listAccounts",
                        "listSessions",
                        "listKeys",
                        "listActs",
                        "listWebhooks",
                        "listDeliveries",
                        "getSwitchboard");
    }

    @Test
    void answers_to_what_changes_something_match_too() {
        check(
                operation("acknowledgeTicket"),
                server.post("/tickets/1001/acknowledge", "{}").body());
        check(
                operation("resolveTicket"),
                server.post("/tickets/1001/resolve", "{\"how\":\"mended\"}").body());
        check(
                operation("closeTicket"),
                server.post("/tickets/1001/close", "{\"by\":\"A\"}").body());
        var opened = server.post("/tickets", "{\"report\":{\"text\":\"no lift\"}}");
        check(operation("openTicket"), opened.body());
        String events = "/tickets/" + SampleServer.json(opened).path("id") + "/events";
        check(
                operation("tellTicket"),
                server.post(events, "{\"type\":\"Contacted\",\"channel\":\"EMAIL\",\"text\":\"?\"}")
                        .body());
        String notice =
                SampleServer.json(server.get("/notices")).at("/items/0/id").asText();
        check(
                operation("replyToNotice"),
                server.post("/notices/" + notice + "/reply", "{\"text\":\"?\"}").body());
        var ordered = server.post("/equipment/sample-lift-2/commands", "{\"order\":{\"type\":\"Rebirth\"}}");
        check(operation("orderCommand"), ordered.body());
        String command = SampleServer.json(ordered).path("id").asText();
        check(
                operation("cancelCommand"),
                server.post("/commands/" + command + "/cancel", "{}").body());
        check(
                operation("approveDevice"),
                server.post("/devices/lift-77/approve", "{}").body());
        var enrolment = server.post("/devices/lift-77/enrol", "{\"credential\":\"password\",\"topics\":[\"a/#\"]}");
        check(operation("enrolDevice"), enrolment.body());
        check(
                operation("rotateDevice"),
                server.post("/devices/lift-77/rotate", "{\"credential\":\"certificate\",\"atOnce\":true}")
                        .body());
        assertThat(server.get("/devices").body())
                .contains("lift-77", "Approved", "Certificate")
                .doesNotContain(
                        "digest", SampleServer.json(enrolment).path("password").asText());
        check(
                operation("revokeDevice"),
                server.post("/devices/lift-77/revoke", "{\"reason\":\"sold\"}").body());
        assertThat(server.post("/devices/lift-77/enrol", "{\"credential\":\"password\",\"topics\":[\"a#\"]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.post("/devices/lift-78/rotate", "{\"credential\":\"token\"}")
                        .statusCode())
                .isEqualTo(409);
        String held = "/quarantine/" + HELD;
        check(
                operation("repairQuarantined"),
                server.post(held + "/repair", "{\"payload\":\"{}\",\"by\":\"Li\"}")
                        .body());
        check(
                operation("replayQuarantined"),
                server.post(held + "/replay", "{}").body());
        assertThat(server.post(held + "/discard", "{\"reason\":\"?\"}").statusCode())
                .isEqualTo(409);
        check(operation("getQuarantined"), server.get(held).body());
        check(
                operation("replayQuarantine"),
                server.post("/quarantine/replay", "{\"matching\":\"no JSON\"}").body());
        check(
                operation("discardQuarantine"),
                server.post("/quarantine/discard", "{\"reason\":\"test\"}").body());
        check(
                operation("trySettings"),
                server.post("/settings/trial", "{\"kind\":\"MODEL\",\"text\":\"id: x\"}")
                        .body());
        check(
                operation("beginSession"),
                server.post("/session", "{\"token\":\"sample-token\"}").body());
    }

    @Test
    void answers_to_a_browser_about_its_own_account_match_too() {
        var made = server.post("/accounts", "{\"name\":\"wang.sample\",\"role\":\"agent\"}");
        String password = SampleServer.json(made).path("password").asText();
        String named = "{\"name\":\"wang.sample\",\"password\":\"" + password + "\"}";
        HttpResponse<String> session = server.send(server.bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(named)));
        check(operation("getSession"), by(session, "GET", "/session", ""));
        check(operation("listSessions"), by(session, "GET", "/sessions", ""));
        check(operation("getSecondFactor"), by(session, "GET", "/session/second-factor", ""));
        String factor = by(session, "POST", "/session/second-factor", "{\"password\":\"" + password + "\"}");
        check(operation("beginSecondFactor"), factor);
        String secret = new JsonObject(factor).getString("secret");
        String code = new Authenticator(secret, server.clock).code();
        check(
                operation("confirmSecondFactor"),
                by(session, "POST", "/session/second-factor/confirm", "{\"code\":\"" + code + "\"}"));
        check(
                operation("removeSecondFactorOf"),
                server.post("/accounts/wang.sample/second-factor/remove", "{}").body());
        check(
                operation("signOutAccount"),
                server.post("/accounts/wang.sample/sign-out", "{}").body());
    }

    private static String by(HttpResponse<String> session, String method, String path, String body) {
        HttpResponse<String> response = server.by(session, method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void answers_about_accounts_and_keys_match_too() {
        check(
                operation("createAccount"),
                server.post("/accounts", "{\"name\":\"li.sample\",\"role\":\"agent\"}")
                        .body());
        check(
                operation("assignRole"),
                server.post("/accounts/li.sample/role", "{\"role\":\"customer\",\"customer\":\"sample-fleet-b\"}")
                        .body());
        for (String what : List.of("disable", "enable", "reset")) {
            String id = what.equals("reset") ? "resetPassword" : what + "Account";
            check(
                    operation(id),
                    server.post("/accounts/li.sample/" + what, "{}").body());
        }
        var key = server.post("/keys", "{\"name\":\"stock\",\"role\":\"assistant\",\"scopes\":[\"*:read\"]}");
        check(operation("makeKey"), key.body());
        assertThat(server.get("/keys").body())
                .contains("stock")
                .doesNotContain(SampleServer.json(key).path("key").asText());
        check(operation("listAccounts"), server.get("/accounts").body());
        check(operation("listKeys"), server.get("/keys").body());
        check(operation("listActs"), server.get("/audit?limit=3").body());
    }

    @Test
    void answers_about_webhooks_match_too() {
        var webhook = server.post("/webhooks", "{\"url\":\"http://127.0.0.1:9/\",\"subjects\":[\"ticket\"]}");
        check(operation("subscribe"), webhook.body());
        check(operation("listWebhooks"), server.get("/webhooks").body());
        check(
                operation("listDeliveries"),
                server.get("/webhooks/deliveries?state=WAITING").body());
        assertThat(server.post("/webhooks/deliveries/77/replay", "{}").statusCode())
                .isEqualTo(404);
        String id = SampleServer.json(webhook).path("id").asText();
        assertThat(server.post("/webhooks/" + id + "/remove", "{}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void every_kind_of_thing_was_among_the_answers() {
        assertThat(server.get("/promises/" + promise() + "/evidence").body())
                .contains("CallReceived", "OnDuty", "Dialled", "LegEnded", "Answered", "Prompted", "KeysPressed")
                .contains("Bridged", "Recorded", "Notified");
        assertThat(server.get("/callbacks").body()).contains("Offering", "Connecting");
        assertThat(server.get("/tickets").body()).contains("Telemetry", "Telephone");
    }

    @Test
    void whatever_the_audit_log_names_has_words_on_the_page() throws IOException {
        String words = Files.readString(Path.of("src/main/resources/wrenchline/dashboard/web/i18n/zh.js"));
        assertThat(ClosedContract.load().operations().stream().filter(Operation::audited))
                .hasSizeGreaterThan(50)
                .allMatch(operation -> words.contains("'operation." + operation.id() + "': "));
    }

    @Test
    void every_example_in_the_document_matches_its_schema() {
        for (Operation operation : contract.operations()) {
            JsonObject media = media(operation);
            if (media != null && media.containsKey("example")) {
                check(operation, Json.encode(media.getValue("example")));
            }
        }
    }

    @Test
    void generated_clients_can_tell_kinds_apart() {
        assertThat(DOCUMENT.encode())
                .as(
                        "openapi.json: {\"enum\": [\"Kind\"]} instead of const, which generators do not hold an answer against")
                .doesNotContain("\"const\":");
    }

    @Test
    void every_operation_says_whom_it_is_for_and_every_post_takes_an_idempotency_key() {
        for (Operation operation : contract.operations()) {
            JsonObject model = DOCUMENT.getJsonObject("paths")
                    .getJsonObject(operation.path())
                    .getJsonObject(operation.method().toLowerCase(Locale.ROOT));
            assertThat(operation.audience().open() || model.containsKey("x-roles"))
                    .as(
                            "openapi.json: operation %s does not say whom it is for, so only administrators may use it. Give"
                                    + " it \"x-roles\", a list of roles or x-role-groups, for instance [\"staff\"] or [\"desk\","
                                    + " \"repair\"]. If customers are among them it needs \"x-own\" too: equipment, ticket or"
                                    + " promise (the {id} of the path must be theirs), list (the handler keeps to"
                                    + " request.reach()) or nothing",
                            operation.id())
                    .isTrue();
            assertThat(!operation.method().equals("POST")
                            || model.encode().contains("#/components/parameters/IdempotencyKey"))
                    .as(
                            "openapi.json: POST operation %s lacks \"parameters\": [{\"$ref\":"
                                    + " \"#/components/parameters/IdempotencyKey\"}]; the rest is done for it",
                            operation.id())
                    .isTrue();
        }
    }

    private void check(Operation operation, String body) {
        String name = Objects.requireNonNull(schema(operation), operation.id());
        OutputUnit result = CLOSED.schema(name).validate(Json.decodeValue(body));
        assertThat(result.getValid())
                .as(operation.id() + " " + result.getErrors() + "\n" + body)
                .isTrue();
    }

    private Operation operation(String id) {
        return contract.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable JsonObject media(Operation operation) {
        JsonObject ok = DOCUMENT.getJsonObject("paths")
                .getJsonObject(operation.path())
                .getJsonObject(operation.method().toLowerCase(Locale.ROOT))
                .getJsonObject("responses")
                .getJsonObject("200");
        return ok == null ? null : ok.getJsonObject("content").getJsonObject("application/json");
    }

    private static @Nullable String schema(Operation operation) {
        JsonObject media = media(operation);
        String reference = media == null ? null : media.getJsonObject("schema").getString("$ref");
        return reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private String promise() {
        return SampleServer.json(server.get("/callbacks"))
                .at("/items/0/promise")
                .asText();
    }

    private static void fill(SampleSite site) {
        var now = site.clock.instant();
        site.oilTemperature(now.minusSeconds(60), 1, 61.5);
        site.oilTemperature(now.minusSeconds(30), -1, 71.5);
        site.devices.keep(new DeviceEvent(SampleSite.LIFT, now, now, "E042", Severity.MINOR, "sample"));
        site.quarantine.keep(
                new Quarantined(HELD, now, "mqtt:sample", "equipment/x/telemetry", new byte[] {-1, 0}, "no JSON"));
        site.overheat(71.5);
        site.call("1767578400.17", "13900000001", "201", Duration.ofMinutes(4));
        site.call("1767578900.21", "13900000002", "", Duration.ofMinutes(26));
        site.calls.note(
                new CallId("1767578400.17"),
                new CallNote.Recorded(new Recording("recordings/a.wav", "0".repeat(64), Duration.ofSeconds(9))));
        site.order(new Order.InhibitStart("sample"));
        site.order(new Order.ReleaseStart());
        site.order(new Order.Custom("lamp", "{\"on\": true}"));
        site.order(new Order.SetLimit("oil_temp", "", 65));
        site.sweep();
        // Whichever is offered first has the first engineer, and both are old enough for the second.
        site.sweep();
        site.nextOrder().ifPresent(order -> accept(site, order));
        site.transactions.run(books -> prove(
                books,
                site.clock.instant(),
                books.callbacks().newest(1).getFirst().facts().promise()));
    }

    private static void accept(SampleSite site, PhoneOrder.OfCallback order) {
        new CallbackDesk(site.desk)
                .tell(
                        order.callback(),
                        new CallbackEvent.Accepted(
                                order.attempt(), order.attempt().acceptKeys()));
    }

    private static void prove(Books books, Instant now, PromiseId promise) {
        AttemptId attempt = new AttemptId(UUID.randomUUID());
        List<Evidence> all = List.of(
                new Evidence.Dialled(attempt, "c-1", "13800000001", now),
                new Evidence.LegEnded(attempt, "c-1", "BUSY", 17, now),
                new Evidence.Answered(attempt, "c-1", now),
                new Evidence.Prompted("c-1", "accept", now),
                new Evidence.KeysPressed("c-1", "14", "accepted", now),
                new Evidence.Bridged(attempt, "c-1", "c-2", new StaffId("e1"), now, now.plusSeconds(30)),
                new Evidence.Recorded(
                        attempt, new Recording("recordings/b.wav", "1".repeat(64), Duration.ofSeconds(30))),
                new Evidence.Notified(new NoticeId(UUID.randomUUID()), "13800000001", now),
                new Evidence.Receipt(new NoticeId(UUID.randomUUID()), "Delivered", "id", now),
                new Evidence.LegRows("staff", "c-1", List.of("row")),
                new Evidence.ClocksCompared(attempt, now, List.of(new ClockOffset("database", -3, 2))),
                new Evidence.RecordingDeleted(
                        new Recording("recordings/b.wav", "1".repeat(64), Duration.ofSeconds(30)),
                        Duration.ofDays(180),
                        now),
                new Evidence.OperatorActed("li", "noted", "hurry", now),
                new Evidence.ToldByStaff(new StaffId("e1"), now),
                new Evidence.ConfirmedBySms("13900000001", now),
                new Evidence.DeniedBySms("13900000001", now),
                new Evidence.Concluded(new PromiseState.Waived(now, "why"), now));
        all.forEach(evidence -> books.evidence().append(promise, evidence, now));
    }
}
