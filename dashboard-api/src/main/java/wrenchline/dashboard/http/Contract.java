package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the API. Routes are made from it and requests validated by it, so that it cannot lie about either. */
final class Contract {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final byte[] published;
    private final JsonObject document;
    private final SchemaRepository schemas;
    private final Map<String, Validator> byName = new ConcurrentHashMap<>();
    private final List<Operation> operations;

    Contract(byte[] published) {
        this.published = published;
        this.document = new JsonObject(Buffer.buffer(published));
        this.schemas = SchemaRepository.create(new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("app://openapi.json")
                .setOutputFormat(OutputFormat.Basic));
        // Marks every schema in the document with its own address, by which its validator is found.
        schemas.dereference(JsonSchema.of(document));
        this.operations = List.copyOf(read());
    }

    /** The one out of the jar. Its validators take a second to make, so it is read once. */
    static Contract load() {
        return Loaded.CONTRACT;
    }

    private static final class Loaded {
        static final Contract CONTRACT = fromJar();
    }

    private static Contract fromJar() {
        try (InputStream stream = Objects.requireNonNull(
                Contract.class.getResourceAsStream("/wrenchline/dashboard/http/openapi.json"),
                "openapi.json in the jar")) {
            return new Contract(stream.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("reading openapi.json out of the jar", broken);
        }
    }

    /** The document, byte for byte as it is published. */
    byte[] published() {
        return published.clone();
    }

    /** Where the API begins. */
    String base() {
        return document.getJsonArray("servers").getJsonObject(0).getString("url");
    }

    List<Operation> operations() {
        return operations;
    }

    private List<Operation> read() {
        List<Operation> found = new ArrayList<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path :
                paths.fieldNames().stream().filter(name -> name.startsWith("/")).toList()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : METHODS) {
                if (item.containsKey(method)) {
                    found.add(operation(path, method, item));
                }
            }
        }
        return found;
    }

    /** The methods that the contract has for the address {@code path}; none when it does not have the address. */
    List<String> methods(String path) {
        return operations.stream()
                .filter(operation -> path.matches(base() + operation.path().replaceAll("\\{\\w+}", "[^/]+")))
                .map(Operation::method)
                .distinct()
                .toList();
    }

    /** Validates against the schema {@code name} of the components. */
    Validator schema(String name) {
        return byName.computeIfAbsent(
                name, any -> validator(resolve(new JsonObject().put("$ref", "#/components/schemas/" + name))));
    }

    private Operation operation(String path, String method, JsonObject item) {
        JsonObject model = item.getJsonObject(method);
        List<Operation.Parameter> parameters = new ArrayList<>();
        addParameters(parameters, item.getJsonArray("parameters", new JsonArray()));
        addParameters(parameters, model.getJsonArray("parameters", new JsonArray()));
        JsonObject body = model.getJsonObject("requestBody");
        return new Operation(
                model.getString("operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                Audience.of(document, method, model),
                !method.equals("get") || model.getBoolean("x-audited", false),
                model.getBoolean("x-secret", false),
                model.getString("x-match", ""),
                parameters,
                body == null || isFile(body) ? null : bodyValidator(body),
                body != null && body.getBoolean("required", false),
                body != null && isFile(body));
    }

    private void addParameters(List<Operation.Parameter> parameters, JsonArray models) {
        for (int index = 0; index < models.size(); index++) {
            JsonObject model = resolve(models.getJsonObject(index));
            JsonObject schema = model.getJsonObject("schema");
            parameters.add(new Operation.Parameter(
                    model.getString("name"),
                    model.getString("in"),
                    model.getBoolean("required", false),
                    "integer".equals(resolve(schema).getString("type")),
                    validator(schema)));
        }
    }

    private static boolean isFile(JsonObject body) {
        return body.getJsonObject("content").containsKey("application/octet-stream");
    }

    private @Nullable Validator bodyValidator(JsonObject body) {
        return validator(
                body.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema"));
    }

    private Validator validator(JsonObject schema) {
        return schemas.validator(JsonSchema.of(schema));
    }

    private JsonObject resolve(JsonObject model) {
        return resolve(document, model);
    }

    /** Follows {@code $ref}, which points into {@code document}. */
    static JsonObject resolve(JsonObject document, JsonObject model) {
        String reference = model.getString("$ref");
        if (reference == null) {
            return model;
        }
        JsonObject target = document;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            target = target.getJsonObject(step);
        }
        return resolve(document, target);
    }
}
