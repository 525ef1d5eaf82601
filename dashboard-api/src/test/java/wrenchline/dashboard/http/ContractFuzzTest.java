package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.access.Role;
import wrenchline.core.reading.Sequence;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.web.Sentences;

/**
 * Each operation of the contract is asked again and again, as every role, well and badly: never does the server break, and never does
 * it answer what the contract does not say. {@code -Dfuzz.seed} and {@code -Dfuzz.rounds} ask otherwise and for longer.
 */
class ContractFuzzTest {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 2);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_105L);
    private static final String JSON = "application/json";
    private static final Contract CONTRACT = ClosedContract.load();
    private static final JsonObject DOCUMENT = new JsonObject(new String(CONTRACT.published(), StandardCharsets.UTF_8));
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "QUERY");

    private static final Sentences SENTENCES = Sentences.read();
    private static final List<String> KEYS = new ArrayList<>();
    private static StoredSite stored;
    private static SampleServer server;

    private final Random random = new Random(SEED);
    private final ContractValues values = new ContractValues(DOCUMENT, random, known());
    private final Set<String> wrong = new TreeSet<>();

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = StoredSite.withHistory(data);
        server = stored.server();
        server.site.oilTemperature(server.clock.instant().minusSeconds(60), 1, 61.5);
        server.site.books(1, new Sequence(1, List.of(), 0, 0, 0), Duration.ZERO);
        server.site.overheat(71.5);
        server.site.call("1767578400.17", "13900000002", "102", Duration.ofMinutes(1));
        server.site.sweep();
        for (Role role : Role.values()) {
            String customer = role == Role.CUSTOMER ? ",\"customer\":\"sample-garage-a\"" : "";
            String name = "fuzz-" + role.word();
            KEYS.add(SampleServer.json(server.post(
                            "/keys", "{\"name\":\"" + name + "\",\"role\":\"" + role.word() + "\"" + customer + "}"))
                    .path("key")
                    .asText());
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void whatever_is_sent_is_answered_as_the_contract_says() {
        for (Operation operation : CONTRACT.operations()) {
            for (int round = 0; round < ROUNDS; round++) {
                ask(operation, round);
            }
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    @Test
    void a_method_that_an_address_does_not_have_is_answered_with_those_it_has() {
        for (Operation operation : CONTRACT.operations()) {
            String path = operation.path().replaceAll("\\{\\w+}", "1");
            List<String> has = CONTRACT.methods(CONTRACT.base() + path);
            METHODS.stream().filter(method -> !has.contains(method)).forEach(method -> {
                HttpResponse<String> response =
                        server.send(server.api(path).method(method, BodyPublishers.ofString("{}")));
                Set<String> allowed =
                        Set.of(response.headers().firstValue("Allow").orElse("").split(", ", -1));
                if (response.statusCode() != 405 || !allowed.equals(Set.copyOf(has))) {
                    wrong.add(method + " " + path + " " + response.statusCode() + " " + allowed + " not " + has);
                }
                problem(method + " " + path, response);
            });
        }
        assertThat(wrong).isEmpty();
    }

    private void ask(Operation operation, int round) {
        JsonObject model = model(operation);
        String path = path(operation, round);
        byte[] body = body(model, round);
        HttpRequest.Builder request = server.bare(CONTRACT.base() + path)
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + (round % 3 == 2 ? values.pick(KEYS) : SampleServer.TOKEN));
        headers(operation, request, round);
        String type = model.containsKey("requestBody")
                        && model.getJsonObject("requestBody")
                                .getJsonObject("content")
                                .containsKey("application/octet-stream")
                ? "application/octet-stream"
                : JSON;
        request.header("Content-Type", round == 7 ? "text/plain" : type)
                .method(
                        operation.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        String asked = operation.id() + " " + path + " "
                + new String(body, StandardCharsets.UTF_8).substring(0, Math.min(150, body.length / 3));
        check(operation, asked, send(request.build()));
    }

    private String path(Operation operation, int round) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        int spoilt = round % 2 == 1 ? random.nextInt(operation.parameters().size() + 1) : -1;
        int number = 0;
        for (Operation.Parameter parameter : operation.parameters()) {
            boolean bad = number++ == spoilt;
            String text = bad ? values.nasty() : String.valueOf(values.fitting(schema(operation, parameter)));
            if (parameter.place().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", escaped(text.isEmpty() ? "%" : text));
            } else if (parameter.place().equals("query") && (bad || parameter.required() || random.nextBoolean())) {
                query.add(escaped(parameter.name()) + "=" + escaped(text));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private byte[] body(JsonObject model, int round) {
        JsonObject content = Optional.ofNullable(model.getJsonObject("requestBody"))
                .map(body -> body.getJsonObject("content"))
                .orElseGet(JsonObject::new);
        if (content.containsKey("application/octet-stream")) {
            return file(round);
        }
        if (!content.containsKey(JSON)) {
            return new byte[0];
        }
        JsonObject media = content.getJsonObject(JSON);
        Object fitting = media.containsKey("example") && random.nextBoolean()
                ? media.getValue("example")
                : values.fitting(media.getJsonObject("schema"));
        return switch (round % 5) {
            case 0, 2 -> Json.encode(fitting).getBytes(StandardCharsets.UTF_8);
            case 4 -> values.noJson();
            default -> Json.encode(values.spoilt(fitting)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] file(int round) {
        return switch (round % 5) {
            case 0 -> "%PDF-1.7 sample".getBytes(StandardCharsets.UTF_8);
            case 1 -> "id,name\n\u0000,\"".getBytes(StandardCharsets.UTF_8);
            case 2 -> "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99999999T\n".getBytes(StandardCharsets.UTF_8);
            case 3 -> "PK\u0003\u0004 no sheet".getBytes(StandardCharsets.UTF_8);
            default -> new byte[0];
        };
    }

    private void headers(Operation operation, HttpRequest.Builder request, int round) {
        request.header("Accept", round == 5 ? "image/png" : "*/*").header("If-None-Match", round == 6 ? "*" : "\"x\"");
        request.header("Range", round == 3 ? "bytes=99999999-" : "bytes=0-");
        request.header("Last-Event-ID", round == 1 ? "99999999999999999999" : "0");
        boolean matching =
                operation.parameters().stream().anyMatch(one -> one.name().equals("If-Match"));
        if (matching && round % 4 != 3) {
            request.header("If-Match", round % 4 == 2 ? "x" : "\"0\"");
        }
        if (random.nextInt(4) == 0) {
            request.header("Idempotency-Key", "k-" + random.nextInt(50));
        }
    }

    private void check(Operation operation, String asked, Answered response) {
        int status = response.status();
        JsonObject answers = model(operation).getJsonObject("responses");
        boolean broken = status >= 500 && status != 503;
        boolean undeclared = !answers.containsKey(Integer.toString(status)) && status != 304;
        if (broken || undeclared) {
            wrong.add(asked + " -> " + status + " " + response.body());
            return;
        }
        if (status == 304 || status == 204) {
            return;
        }
        JsonObject answer = values.resolve(answers.getJsonObject(Integer.toString(status)));
        JsonObject content = answer.getJsonObject("content");
        String type = response.type();
        boolean file = content.containsKey("application/octet-stream");
        if (!content.containsKey(type) && !file) {
            wrong.add(asked + " -> " + status + " is " + type + ", not " + content.fieldNames());
        } else if (type.endsWith("json") && !file) {
            JsonObject schema = content.getJsonObject(type).getJsonObject("schema");
            valid(asked, schema, response.body());
        }
    }

    private void problem(String asked, HttpResponse<String> response) {
        valid(asked, new JsonObject().put("$ref", "#/components/schemas/Problem"), response.body());
        String detail = new JsonObject(response.body()).getString("detail");
        if (!SENTENCES.know(detail)) {
            wrong.add(asked + " -> not in the page's book of sentences: " + detail);
        }
    }

    private void valid(String asked, JsonObject schema, String body) {
        String reference = schema.getString("$ref");
        if (reference == null) {
            return;
        }
        try {
            var result = CONTRACT.schema(reference.substring(reference.lastIndexOf('/') + 1))
                    .validate(Json.decodeValue(body));
            if (!Boolean.TRUE.equals(result.getValid())) {
                wrong.add(asked + " -> " + result.getErrors() + "\n" + body);
            }
        } catch (DecodeException noJson) {
            wrong.add(asked + " -> no JSON: " + body);
        }
    }

    private record Answered(int status, String type, String body) {}

    /** An answer without an end is let go after its head. */
    private static Answered send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = server.client().send(request, BodyHandlers.ofInputStream());
            String type =
                    response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
            try (InputStream body = response.body()) {
                return new Answered(
                        response.statusCode(),
                        type,
                        type.equals("text/event-stream")
                                ? ""
                                : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(request.toString(), broken);
        }
    }

    private static JsonObject model(Operation operation) {
        return DOCUMENT.getJsonObject("paths")
                .getJsonObject(operation.path())
                .getJsonObject(operation.method().toLowerCase(Locale.ROOT));
    }

    private JsonObject schema(Operation operation, Operation.Parameter wanted) {
        JsonArray parameters = new JsonArray();
        parameters.addAll(DOCUMENT.getJsonObject("paths")
                .getJsonObject(operation.path())
                .getJsonArray("parameters", new JsonArray()));
        parameters.addAll(model(operation).getJsonArray("parameters", new JsonArray()));
        return parameters.stream()
                .map(one -> values.resolve((JsonObject) one))
                .filter(one -> wanted.name().equals(one.getString("name")))
                .findFirst()
                .orElseThrow()
                .getJsonObject("schema");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The ids of what is there, and a cursor that no list has. */
    private static List<String> known() {
        List<String> known =
                new ArrayList<>(List.of("sample-lift-1", "sample-lift-2", "1001", "1002", "1767578400.17"));
        for (String list : List.of("/promises", "/callbacks", "/notices", "/quarantine")) {
            SampleServer.json(server.get(list))
                    .path("items")
                    .forEach(item -> known.add(item.path("id").asText()));
        }
        known.add(Base64.getUrlEncoder().encodeToString("[1,{}]".getBytes(StandardCharsets.UTF_8)));
        return known;
    }
}
