package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import wrenchline.core.equipment.Names;
import wrenchline.core.notice.Wording;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.promise.Situation;

/** Why a promise ends when it does: the clause, what made it hold, and the arithmetic (时限依据). */
public record PromiseWhy(Wording wording, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** In both languages. */
    public Names of(Promise promise, PromiseState state) {
        return new Names(in("zh", promise, state), in("en", promise, state));
    }

    private String in(String language, Promise promise, PromiseState state) {
        Clause clause = promise.clause();
        Map<String, String> values = new HashMap<>();
        values.put("clause", clause.id());
        values.put("policy", promise.policyVersion());
        values.put("made", time(promise.made()));
        values.put("within", span(clause.within(), language));
        values.put("deadline", time(promise.deadline()));
        String arithmetic = wording.text("deadline.arithmetic", language, values);
        String conditions = promise.situationIfKnown()
                .map(situation -> conditions(situation, language, values))
                .orElse("");
        return conditions + arithmetic + wording.text(clock(promise, state, values), language, values);
    }

    private String conditions(Situation situation, String language, Map<String, String> values) {
        String none = wording.text("deadline.none", language, Map.of());
        values.put("source", wording.text("deadline.source." + situation.source(), language, Map.of()));
        values.put("severity", wording.text("severity." + situation.severity(), language, Map.of()));
        values.put("kind", wording.text("ticket.kind." + situation.kind(), language, Map.of()));
        values.put("class", situation.customerClass().isEmpty() ? none : situation.customerClass());
        values.put("contract", situation.contract().isEmpty() ? none : situation.contract());
        return wording.text("deadline.conditions", language, values);
    }

    private String clock(Promise promise, PromiseState state, Map<String, String> values) {
        if (state instanceof PromiseState.Paused paused) {
            values.put("until", time(paused.until()));
            return "deadline.paused";
        }
        if (state instanceof PromiseState.Running running && running.deadline().isAfter(promise.deadline())) {
            values.put("moved", time(running.deadline()));
            return "deadline.moved";
        }
        return promise.clause().mayPause() ? "deadline.internal" : "deadline.contract";
    }

    private String span(Duration span, String language) {
        boolean hours = span.toMinutes() % 60 == 0 && !span.isZero();
        return wording.text(
                hours ? "span.hours" : "span.minutes",
                language,
                Map.of("count", Long.toString(hours ? span.toHours() : span.toMinutes())));
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }
}
