package wrenchline.store.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Place;

/**
 * A table as a list that is filtered, sorted and paged by the database. A page begins behind the place of the last item before it,
 * so that the thousandth page costs no more than the first.
 *
 * @param id how the text of an id is read
 * @param usual the order when none is asked for
 * @param fields what may be sorted by and filtered by
 */
record SqlList(String table, Function<String, Object> id, Order usual, Map<String, Field> fields) {

    private static final String FAR = "timestamptz '9999-12-31 00:00:00Z'";

    static final SqlList CALLS = new SqlList(
            "call",
            text -> text,
            new Order("began", true),
            Map.ofEntries(
                    Map.entry("id", Field.text("id")),
                    Map.entry("began", Field.time("began")),
                    Map.entry("ended", Field.time("coalesce(ended, " + FAR + ")")),
                    Map.entry("caller", Field.text("caller")),
                    Map.entry("confirmedNumber", Field.text("confirmed_number")),
                    Map.entry("equipmentCode", Field.text("equipment_code")),
                    Map.entry("concern", Field.text("concern")),
                    Map.entry("language", Field.text("language")),
                    Map.entry("ticket", Field.number("ticket")),
                    Map.entry("outcome", Field.text("outcome"))));

    static final SqlList CALLBACKS = new SqlList(
            "callback",
            UUID::fromString,
            new Order("opened", true),
            Map.of(
                    "id", Field.text("cast(id as text)"),
                    "opened", Field.time("opened_at"),
                    "began", Field.time("cast(facts ->> 'began' as timestamptz)"),
                    "ticket", Field.number("ticket"),
                    "number", Field.text("facts ->> 'number'"),
                    "state.type", Field.text("state")));

    static final SqlList NOTICES = new SqlList(
            "notice",
            UUID::fromString,
            new Order("created", true),
            Map.of(
                    "id", Field.text("cast(id as text)"),
                    "created", Field.time("opened_at"),
                    "kind", Field.text("facts ->> 'kind'"),
                    "ticket", Field.number("ticket"),
                    "to", Field.text("facts ->> 'to'"),
                    "state.type", Field.text("state")));

    static final SqlList PROMISES = new SqlList(
            "promise",
            UUID::fromString,
            new Order("urgency", false),
            Map.of(
                    // Running ones by what is left of them, then the newest.
                    "urgency",
                            Field.number("coalesce(extract(epoch from due_at), 1e11 - extract(epoch from opened_at))"),
                    "id", Field.text("cast(id as text)"),
                    "made", Field.time("cast(facts ->> 'made' as timestamptz)"),
                    "deadline", Field.time("deadline"),
                    "ticket", Field.number("ticket"),
                    "clause.id", Field.text("clause"),
                    "state.type", Field.text("state")));

    /** By {@code field}, and by the id where that is the same. */
    record Order(String field, boolean descending) {}

    /**
     * One that may be asked for.
     *
     * @param sql never null for any row
     */
    record Field(String sql, Kind kind) {

        static Field text(String sql) {
            // Signs by their numbers, alike on every server.
            return new Field("(" + sql + ") collate \"C\"", Kind.TEXT);
        }

        static Field number(String sql) {
            return new Field(sql, Kind.NUMBER);
        }

        static Field time(String sql) {
            return new Field(sql, Kind.TIME);
        }
    }

    /** What a field holds. */
    enum Kind {
        TEXT,
        NUMBER,
        TIME;

        Object read(String text) {
            return switch (this) {
                case TEXT -> text;
                case NUMBER -> new BigDecimal(text);
                case TIME -> Instant.parse(text);
            };
        }

        String text(ResultSet row) throws SQLException {
            return switch (this) {
                case TEXT, NUMBER -> row.getString("place");
                case TIME -> row.getTimestamp("place").toInstant().toString();
            };
        }
    }

    private record Placed<T>(T item, Place place) {}

    /**
     * Reads a page; empty when the place that it comes after is none of this list.
     *
     * @param among a condition that holds for every item, with its values
     * @throws IllegalArgumentException when a field is asked for that is none of this list
     */
    <T> Optional<Page<T>> page(
            Handle handle, Excerpt excerpt, String among, Map<String, ?> values, RowMapper<T> mapper) {
        Order order = excerpt.sort().isEmpty() ? usual : new Order(excerpt.sort(), excerpt.descending());
        Field by = field(order.field());
        Map<String, Object> bound = new HashMap<>(values);
        List<String> conditions = new ArrayList<>(List.of(among));
        excerpt.where().forEach((name, value) -> {
            String variable = "where" + bound.size();
            conditions.add("lower(cast(" + field(name).sql() + " as text)) = lower(:" + variable + ")");
            bound.put(variable, value);
        });
        Place after = excerpt.after();
        if (after != null) {
            if (!readable(by, after, bound)) {
                return Optional.empty();
            }
            conditions.add("(" + by.sql() + ", id) " + (order.descending() ? "<" : ">") + " (:value, :id)");
        }
        String direction = order.descending() ? " desc" : "";
        Query query = handle.createQuery("select *, " + by.sql() + " as place from " + table + " where "
                        + String.join(" and ", conditions) + " order by " + by.sql() + direction + ", id" + direction
                        + " limit " + (excerpt.most() + 1))
                .bindMap(bound);
        List<Placed<T>> found = query.map((row, context) -> new Placed<>(
                        mapper.map(row, context), new Place(by.kind().text(row), row.getString("id"))))
                .list();
        List<Placed<T>> shown = found.subList(0, Math.min(found.size(), excerpt.most()));
        return Optional.of(new Page<>(
                shown.stream().map(Placed::item).toList(),
                shown.size() < found.size() ? shown.getLast().place() : null));
    }

    private boolean readable(Field by, Place after, Map<String, Object> bound) {
        try {
            bound.put("value", by.kind().read(after.value()));
            bound.put("id", id.apply(after.id()));
            return true;
        } catch (DateTimeException | IllegalArgumentException noPlace) {
            return false;
        }
    }

    private Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("listing " + table + " by '" + name + "'");
        }
        return field;
    }
}
