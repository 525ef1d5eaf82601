package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Concern;
import wrenchline.core.call.Recording;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;

/** The call log in PostgreSQL. */
final class SqlCalls implements Calls {

    /** Enters the events in the journal; the last of them has the version to which the call was {@code changed}. */
    private static final String JOURNAL = """

            insert into journal (position, subject, id, version, at, nanos, event, details)
            select journal_position(cast(number - 1 as integer)), 'call', :id, version - :count + number,
                cast(:micros as timestamptz), :nanos, event, cast(detail as json)
            from changed, unnest(:events, :details) with ordinality as told (event, detail, number)
            """;

    private final SqlTransactions transactions;
    private final InstantSource clock;

    SqlCalls(SqlTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void began(CallId id, String caller, String dialled, Instant at) {
        alone(handle -> journal(handle.createUpdate("""
                        with changed as (
                            insert into call (id, caller, dialled, began, step, confirmed_number, equipment_code, ticket,
                                outcome, version)
                            values (:id, :caller, :dialled, :at, '', '', '', 0, 'LIVE', 0)
                            on conflict (id) do nothing returning version
                        )""" + JOURNAL), id, at, List.of(Journal.OPENED), List.of("{}"))
                .bind("caller", Text.storable(caller))
                .bind("dialled", Text.storable(dialled))
                .execute());
    }

    @Override
    public void note(CallId id, List<CallNote> notes) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> events = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (CallNote note : notes) {
            Noted noted = Noted.of(note);
            values.put(noted.column(), Text.storable(noted.value()));
            events.add(note.getClass().getSimpleName());
            details.add(Json.write(String.class, noted.value()));
        }
        String assignments = values.keySet().stream()
                .map(column -> column + " = cast(:" + column + " as " + Noted.type(column) + "), ")
                .collect(Collectors.joining());
        int entered = alone(handle -> journal(
                        handle.createUpdate("with changed as (update call set " + assignments
                                + "version = version + :count where id = :id returning version)" + JOURNAL),
                        id,
                        clock.instant(),
                        events,
                        details)
                .bindMap(values)
                .execute());
        if (entered < notes.size()) {
            throw new IllegalStateException(
                    "entering " + events + " for call " + id + ": its beginning was never entered");
        }
    }

    @Override
    public void ended(CallId id, Call.Outcome outcome, Instant at) {
        String details = Json.write(Call.Outcome.class, outcome);
        alone(handle -> journal(handle.createUpdate("""
                        with changed as (
                            update call set outcome = :outcome, ended = :at, version = version + :count
                            where id = :id and ended is null returning version
                        )""" + JOURNAL), id, at, List.of("Ended"), List.of(details))
                .bind("outcome", outcome.name())
                .execute());
    }

    /** One statement is a transaction, and one trip to the database. */
    private <T> T alone(Function<Handle, T> statement) {
        return transactions.jdbi().withHandle(statement::apply);
    }

    private static Update journal(Update update, CallId id, Instant at, List<String> events, List<String> details) {
        return update.bind("id", id.value())
                .bind("at", at)
                .bind("micros", at.truncatedTo(ChronoUnit.MICROS))
                .bind("nanos", Journal.nanos(at))
                .bind("count", events.size())
                .bindArray("events", String.class, events)
                .bindArray("details", String.class, details);
    }

    /** What a note changes. */
    private record Noted(String column, String value) {

        static Noted of(CallNote note) {
            return switch (note) {
                case CallNote.Reached(String step) -> new Noted("step", step);
                case CallNote.ConcernNamed(Concern concern) -> new Noted("concern", concern.name());
                case CallNote.LanguageChosen(String language) -> new Noted("language", language);
                case CallNote.NumberConfirmed(String number) -> new Noted("confirmed_number", number);
                case CallNote.EquipmentNamed(String digits) -> new Noted("equipment_code", digits);
                case CallNote.Recorded(Recording recording) ->
                    new Noted("recording", Json.write(Recording.class, recording));
                case CallNote.TicketNamed(long ticket) -> new Noted("ticket", Long.toString(ticket));
            };
        }

        static String type(String column) {
            return switch (column) {
                case "recording" -> "json";
                case "ticket" -> "bigint";
                default -> "text";
            };
        }
    }

    @Override
    public Optional<String> languageOf(Set<String> numbers) {
        return alone(handle -> handle.createQuery("""
                        select language from call where caller = any(:numbers) and language <> ''
                        order by began desc limit 1
                        """)
                .bind("numbers", numbers.toArray(String[]::new))
                .mapTo(String.class)
                .findFirst());
    }

    @Override
    public boolean calledFrom(String number, Instant since) {
        return alone(handle -> handle.createQuery(
                        "select exists (select from call where caller = :number and began >= :since)")
                .bind("number", number)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public Optional<Call> find(CallId id) {
        return query("where id = :value", id.value()).stream().findFirst();
    }

    @Override
    public List<Call> newest(int atMost) {
        return query("order by began desc, id desc limit cast(:value as integer)", Integer.toString(atMost));
    }

    @Override
    public Optional<Page<Call>> page(Excerpt excerpt) {
        return transactions.repeatably(
                handle -> SqlList.CALLS.page(handle, excerpt, "true", Map.of(), (row, context) -> call(row)));
    }

    @Override
    public List<Call> withNumber(String digits, int atMost) {
        return query(
                "where strpos(caller, :value) > 0 or strpos(confirmed_number, :value) > 0 order by began desc, id limit "
                        + atMost,
                digits);
    }

    @Override
    public List<Call> live() {
        return query("where ended is null and outcome = :value order by began", Call.Outcome.LIVE.name());
    }

    private List<Call> query(String rest, String value) {
        return alone(handle -> handle.createQuery("select * from call " + rest)
                .bind("value", value)
                .map((row, context) -> call(row))
                .list());
    }

    private static Call call(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended");
        String recording = row.getString("recording");
        return new Call(
                new CallId(row.getString("id")),
                row.getString("caller"),
                row.getString("dialled"),
                row.getTimestamp("began").toInstant(),
                ended == null ? null : ended.toInstant(),
                Concern.valueOf(row.getString("concern")),
                row.getString("language"),
                row.getString("step"),
                row.getString("confirmed_number"),
                row.getString("equipment_code"),
                row.getLong("ticket"),
                Call.Outcome.valueOf(row.getString("outcome")),
                recording == null ? null : Json.read(Recording.class, recording));
    }
}
