package wrenchline.core.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;

/** The call log (呼叫日志). Every write is its own transaction and on disk when it returns. */
public interface Calls {

    /** Enters a call at its first sign of life; a second sign of the same call changes nothing. */
    void began(CallId id, String caller, String dialled, Instant at);

    /** Enters what became known of a call by now, in this order and all at once; its beginning must have been entered. */
    void note(CallId id, List<CallNote> notes);

    /** The same for one thing. */
    default void note(CallId id, CallNote note) {
        note(id, List.of(note));
    }

    /** The call ended; an end already entered stays. */
    void ended(CallId id, Call.Outcome outcome, Instant at);

    Optional<Call> find(CallId id);

    /** The language of the newest call from any of {@code numbers} in which one was known. */
    Optional<String> languageOf(Set<String> numbers);

    /** Whether a call came from {@code number} since then. */
    boolean calledFrom(String number, Instant since);

    /** The newest calls. */
    List<Call> newest(int atMost);

    /** A page of all, newest first if not asked otherwise; empty when the place that it comes after is none of this list. */
    Optional<Page<Call>> page(Excerpt excerpt);

    /** The newest calls from, or about, a number that contains {@code digits}. */
    List<Call> withNumber(String digits, int atMost);

    /** Calls without an end. */
    List<Call> live();
}
