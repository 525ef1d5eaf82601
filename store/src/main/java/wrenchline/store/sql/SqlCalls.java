package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Concern;
import wrenchline.core.call.Recording;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;

/** The call log in PostgreSQL. */
final class SqlCalls implements Calls {

    private static final String SUBJECT = "call";

    private final SqlTransactions transactions;
    private final InstantSource clock;

    SqlCalls(SqlTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void began(CallId id, String caller, String dialled, Instant at) {
        transactions.repeatably(handle -> {
            int entered = handle.createUpdate("""
                            insert into call (id, caller, dialled, began, step, confirmed_number, equipment_code, ticket,
                                outcome, version)
                            values (:id, :caller, :dialled, :at, '', '', '', 0, 'LIVE', 0)
                            on conflict (id) do nothing
                            """)
                    .bind("id", id.value())
                    .bind("caller", Text.storable(caller))
                    .bind("dialled", Text.storable(dialled))
                    .bind("at", at)
                    .execute();
            if (entered == 1) {
                new Journal(handle).append(SUBJECT, id.value(), 0, Journal.OPENED, "{}", at);
            }
            return entered;
        });
    }

    @Override
    public void reached(CallId id, String step, Instant at) {
        change(id, "step = :value", step, "Reached", at);
    }

    @Override
    public void concern(CallId id, Concern concern) {
        change(id, "concern = :value", concern.name(), "ConcernNamed", clock.instant());
    }

    @Override
    public void language(CallId id, String language) {
        change(id, "language = :value", language, "LanguageChosen", clock.instant());
    }

    @Override
    public Optional<String> languageOf(Set<String> numbers) {
        return transactions.repeatably(handle -> handle.createQuery("""
                        select language from call where caller = any(:numbers) and language <> ''
                        order by began desc limit 1
                        """)
                .bind("numbers", numbers.toArray(String[]::new))
                .mapTo(String.class)
                .findFirst());
    }

    @Override
    public boolean calledFrom(String number, Instant since) {
        return transactions.repeatably(handle -> handle.createQuery(
                        "select exists (select from call where caller = :number and began >= :since)")
                .bind("number", number)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void confirmedNumber(CallId id, String number) {
        change(id, "confirmed_number = :value", number, "NumberConfirmed", clock.instant());
    }

    @Override
    public void equipmentCode(CallId id, String digits) {
        change(id, "equipment_code = :value", digits, "EquipmentNamed", clock.instant());
    }

    @Override
    public void recorded(CallId id, Recording recording) {
        String details = Json.write(Recording.class, recording);
        change(id, "recording = cast(:value as json)", details, "Recorded", clock.instant());
    }

    @Override
    public void ticket(CallId id, long ticket) {
        change(id, "ticket = cast(:value as bigint)", Long.toString(ticket), "TicketNamed", clock.instant());
    }

    @Override
    public void ended(CallId id, Call.Outcome outcome, Instant at) {
        transactions.repeatably(handle -> {
            Optional<Long> version = handle.createQuery("""
                            update call set outcome = :outcome, ended = :at, version = version + 1
                            where id = :id and ended is null returning version
                            """)
                    .bind("id", id.value())
                    .bind("outcome", outcome.name())
                    .bind("at", at)
                    .mapTo(Long.class)
                    .findFirst();
            version.ifPresent(
                    number -> new Journal(handle).append(SUBJECT, id.value(), number, "Ended", outcome(outcome), at));
            return version;
        });
    }

    private static String outcome(Call.Outcome outcome) {
        return Json.write(Call.Outcome.class, outcome);
    }

    private void change(CallId id, String assignment, String value, String event, Instant at) {
        transactions.repeatably(handle -> {
            long version = handle.createQuery("update call set " + assignment
                            + ", version = version + 1 where id = :id returning version")
                    .bind("id", id.value())
                    .bind("value", Text.storable(value))
                    .mapTo(Long.class)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "entering " + event + " for call " + id + ": its beginning was never entered"));
            new Journal(handle).append(SUBJECT, id.value(), version, event, Json.write(String.class, value), at);
            return version;
        });
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
        return transactions.repeatably((Handle handle) -> handle.createQuery("select * from call " + rest)
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
