package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.Wire;

/**
 * Filters, sorts and pages lists that a handler gives whole, by the fields of their items. The cursor says where the last item of a
 * page stands in the order and not at which number, so that nothing is skipped or repeated by what comes and goes meanwhile.
 */
record Listing() implements Step {

    private static final int USUAL_PAGE = 1_000;
    private static final List<String> KEYS =
            List.of("id", "name", "number", "equipment", "machine", "sequence", "reason");

    /** Where an item stands: by the value that is sorted by, then by what names it. */
    private record Place(JsonNode value, JsonNode key) {

        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::value, Listing::compare).thenComparing(Place::key, Listing::compare);

        static Place of(JsonNode item, String field) {
            JsonNode key = KEYS.stream()
                    .map(item::path)
                    .filter(JsonNode::isValueNode)
                    .findFirst()
                    .orElse(item);
            return new Place(field.isEmpty() ? key : at(item, field), key);
        }

        String cursor() {
            byte[] text = Wire.bytes(List.of(value.isMissingNode() ? "" : value, key));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        }

        static Place read(String cursor) {
            byte[] text = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
            JsonNode pair = Wire.read(text);
            return new Place(pair.path(0), pair.path(1));
        }
    }

    @Override
    public Answer pass(Operation operation, Request request, UseCase next) {
        Answer answer = next.answer(request);
        boolean wanted = Stream.of("sort", "filter", "cursor", "page")
                .anyMatch(name -> request.query(name).isPresent());
        if (!wanted || !(answer instanceof Answer.Json(ListOf<?> list, var headers))) {
            return answer;
        }
        try {
            return new Answer.Json(page(request, list), headers);
        } catch (IllegalArgumentException | IllegalStateException noCursor) {
            return Answer.refused(Problem.invalid("The cursor is none of this list."));
        }
    }

    private static ListOf<JsonNode> page(Request request, ListOf<?> list) {
        String sort = request.query("sort").orElse("");
        String field = sort.startsWith("-") ? sort.substring(1) : sort;
        Comparator<Place> order = sort.startsWith("-") ? Place.ORDER.reversed() : Place.ORDER;
        Optional<Place> last = request.query("cursor").map(Place::read);
        int size = request.query("page", USUAL_PAGE);
        List<JsonNode> rest = Wire.read(Wire.bytes(list.items()))
                .valueStream()
                .filter(item -> fits(item, request.query("filter").orElse("")))
                .filter(item -> last.isEmpty() || order.compare(Place.of(item, field), last.get()) > 0)
                .sorted(Comparator.comparing(item -> Place.of(item, field), order))
                .limit(size + 1L)
                .toList();
        return rest.size() <= size
                ? new ListOf<>(rest, list.next())
                : new ListOf<>(
                        rest.subList(0, size),
                        Place.of(rest.get(size - 1), field).cursor());
    }

    /** {@code filter} is {@code field:value}, several with commas between them; a value matches whatever its case. */
    private static boolean fits(JsonNode item, String filter) {
        return Stream.of(filter.split(",", -1))
                .filter(term -> term.contains(":"))
                .allMatch(term -> at(item, term.substring(0, term.indexOf(':')))
                        .asText()
                        .equalsIgnoreCase(term.substring(term.indexOf(':') + 1)));
    }

    private static JsonNode at(JsonNode item, String field) {
        return item.at("/" + field.replace('.', '/'));
    }

    private static int compare(JsonNode first, JsonNode second) {
        return first.isNumber() && second.isNumber()
                ? Double.compare(first.asDouble(), second.asDouble())
                : first.asText().compareTo(second.asText());
    }
}
