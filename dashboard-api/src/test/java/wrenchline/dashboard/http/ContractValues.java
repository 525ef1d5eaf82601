package wrenchline.dashboard.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values after the schemas of the contract, and values that spoil them; the same for the same seed. */
final class ContractValues {

    /** Texts that some part of some product could not bear. */
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u202e😀",
            "٣",
            "中".repeat(400),
            "x".repeat(5_000),
            "../../etc/passwd",
            "%00",
            "%",
            "'; drop table ticket; --",
            "<script>alert(1)</script>",
            "a\r\nSet-Cookie: b=c",
            "-1",
            "0",
            "99999999999999999999",
            "9223372036854775807",
            "1e400",
            "NaN",
            "2026-02-30T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "99999999999999999",
            "24:00",
            "2026-13",
            "null",
            "=1+1",
            "{\"a\":");

    private static final List<String> FITTING = List.of(
            "a",
            "1",
            "sample",
            "id:sample-lift-1",
            "oil_temp",
            "two-post-lift",
            "08:00",
            "2026-01",
            "2026-01-05",
            "2026-01-05T02:00:00Z",
            "PT1H",
            "P1D",
            "13900000001",
            "li.sample",
            "00000000",
            "00000000-0000-0000-0000-000000000000",
            "0".repeat(64),
            "\"1\"");

    private final JsonObject document;
    private final Random random;
    private final List<String> known;

    /** @param known ids of things that are there */
    ContractValues(JsonObject document, Random random, List<String> known) {
        this.document = document;
        this.random = random;
        this.known = known;
    }

    String nasty() {
        return pick(NASTY);
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    JsonObject resolve(JsonObject model) {
        return Contract.resolve(document, model);
    }

    /** Something that {@code schema} allows, as far as it is told by types, enums, bounds and patterns. */
    @Nullable
    Object fitting(JsonObject schema) {
        JsonObject model = resolve(schema);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (model.containsKey(choice)) {
                JsonArray choices = model.getJsonArray(choice);
                return fitting(choices.getJsonObject(random.nextInt(choices.size())));
            }
        }
        if (model.containsKey("enum")) {
            JsonArray values = model.getJsonArray("enum");
            return values.getValue(random.nextInt(values.size()));
        }
        Object type = model.getValue("type", "object");
        String one =
                type instanceof JsonArray several ? several.getString(random.nextInt(several.size())) : (String) type;
        return switch (one) {
            case "null" -> null;
            case "boolean" -> random.nextBoolean();
            case "integer" -> number(model).longValue();
            case "number" -> number(model).doubleValue();
            case "array" -> array(model);
            case "object" -> object(model);
            case String text -> text(model);
        };
    }

    private Number number(JsonObject model) {
        long least = model.getNumber("minimum", -5).longValue();
        long most = model.getNumber("maximum", least + 2_000).longValue();
        return random.nextInt(4) == 0 ? most : least + random.nextLong(Math.max(1, Math.min(most - least, 2_000)));
    }

    private JsonArray array(JsonObject model) {
        JsonArray array = new JsonArray();
        int size = model.getInteger("minItems", 0) + random.nextInt(2);
        for (int item = 0; item < size; item++) {
            array.add(fitting(model.getJsonObject("items", new JsonObject().put("type", "string"))));
        }
        return array;
    }

    private JsonObject object(JsonObject model) {
        JsonObject object = new JsonObject();
        JsonArray required = model.getJsonArray("required", new JsonArray());
        for (String name : model.getJsonObject("properties", new JsonObject()).fieldNames()) {
            if (required.contains(name) || random.nextInt(3) > 0) {
                object.put(name, fitting(model.getJsonObject("properties").getJsonObject(name)));
            }
        }
        return object;
    }

    private String text(JsonObject model) {
        String pattern = model.getString("pattern", "");
        int most = model.getInteger("maxLength", 200);
        List<String> all = new ArrayList<>(known);
        all.addAll(FITTING);
        List<String> fitting = all.stream()
                .filter(text -> Pattern.compile(pattern).matcher(text).find())
                .filter(text -> text.length() <= most)
                .filter(text -> !model.getString("format", "").equals("uuid") || text.length() == 36)
                .filter(text -> !model.getString("format", "").startsWith("date") || text.startsWith("2026"))
                .toList();
        return fitting.isEmpty() || (random.nextInt(9) == 0 && pattern.isEmpty())
                ? "字".repeat(Math.max(1, most))
                : pick(fitting);
    }

    /** {@code body} with one place of it spoilt. */
    @Nullable
    Object spoilt(@Nullable Object body) {
        return switch (body) {
            case JsonObject object
            when !object.isEmpty() && random.nextInt(4) > 0 -> {
                JsonObject copy = object.copy();
                String name = pick(List.copyOf(copy.fieldNames()));
                yield random.nextInt(5) == 0 ? without(copy, name) : copy.put(name, spoilt(copy.getValue(name)));
            }
            case JsonArray array
            when !array.isEmpty() && random.nextInt(4) > 0 -> {
                JsonArray copy = array.copy();
                copy.set(0, spoilt(copy.getValue(0)));
                yield copy;
            }
            case JsonObject object -> object.copy().put(nasty(), nasty());
            case null, default -> random.nextInt(3) > 0 ? nasty() : other();
        };
    }

    private static JsonObject without(JsonObject object, String name) {
        object.remove(name);
        return object;
    }

    private @Nullable Object other() {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> -1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> 1e308;
            case 4 -> new JsonArray().add(new JsonArray());
            case 5 -> new JsonObject().put("type", nasty());
            default -> random.nextBoolean();
        };
    }

    /** Bytes that are no JSON, or no JSON that anybody sends. */
    byte[] noJson() {
        String text = switch (random.nextInt(9)) {
            case 0 -> "[".repeat(5_000);
            case 1 -> "{\"a\":".repeat(900) + "1" + "}".repeat(900);
            case 2 -> "null";
            case 3 -> "{\"by\":1e99999}";
            case 4 -> "{\"by\":\"a\",\"by\":\"\\u0000\"}";
            case 5 -> "{\"by\":\"\\ud83d\"}";
            case 6 -> "\ufeff{}";
            case 7 -> "{\"by\":" + "9".repeat(2_000) + "}";
            default -> "{\"by\":\"" + "a".repeat(70_000) + "\"}";
        };
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0) {
            bytes[bytes.length / 2] = (byte) 0xFF;
        }
        return bytes;
    }
}
