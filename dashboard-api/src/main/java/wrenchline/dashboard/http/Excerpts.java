package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Place;
import wrenchline.dashboard.wire.PageOf;
import wrenchline.dashboard.wire.Wire;

/** Lists that the database filters, sorts and pages: {@code sort}, {@code filter}, {@code cursor}, {@code limit} of the query. */
final class Excerpts {

    private static final int USUAL = 100;
    private static final Answer NO_CURSOR = Answer.refused(Problem.invalid("The cursor is none of this list."));

    private Excerpts() {}

    /** Answers with the page that {@code read} finds, its items as {@code view} shows them. */
    static <T> Answer answer(Request request, Function<Excerpt, Optional<Page<T>>> read, Function<T, ?> view) {
        Optional<Place> after = request.query("cursor").flatMap(Excerpts::place);
        if (after.isEmpty() && request.query("cursor").isPresent()) {
            return NO_CURSOR;
        }
        String sort = request.query("sort").orElse("");
        Excerpt excerpt = new Excerpt(
                sort.startsWith("-") ? sort.substring(1) : sort,
                sort.startsWith("-"),
                where(request.query("filter").orElse("")),
                after.orElse(null),
                request.query("page", request.query("limit", USUAL)));
        return read.apply(excerpt)
                .map(page ->
                        Answer.json(new PageOf<>(page.items().stream().map(view).toList(), cursor(page.next()))))
                .orElse(NO_CURSOR);
    }

    private static Map<String, String> where(String filter) {
        return Arrays.stream(filter.split(",", -1))
                .filter(term -> term.contains(":"))
                .map(term -> term.split(":", 2))
                .collect(Collectors.toMap(term -> term[0], term -> term[1], (_, last) -> last));
    }

    private static @Nullable String cursor(@Nullable Place place) {
        return place == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Wire.bytes(List.of(place.value(), place.id())));
    }

    private static Optional<Place> place(String cursor) {
        try {
            JsonNode pair = Wire.read(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII)));
            return pair.size() == 2 && Plain.fault(pair).isEmpty()
                    ? Optional.of(new Place(pair.path(0).asText(), pair.path(1).asText()))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException noCursor) {
            return Optional.empty();
        }
    }
}
