package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Concern;
import wrenchline.core.call.Recording;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;

/** The call log in memory. */
public final class MemoryCalls implements Calls {

    private final Map<CallId, Line> calls = new LinkedHashMap<>();
    private final MemoryChanges changes;

    public MemoryCalls(MemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public synchronized void began(CallId id, String caller, String dialled, Instant at) {
        calls.putIfAbsent(id, new Line(id, caller, dialled, at));
        changes.append(at, "call", id.value(), "Opened");
    }

    @Override
    public void note(CallId id, List<CallNote> notes) {
        notes.forEach(note -> change(id, note.getClass().getSimpleName(), call -> call.take(note)));
    }

    @Override
    public synchronized Optional<String> languageOf(Set<String> numbers) {
        return all().filter(call ->
                        numbers.contains(call.caller()) && !call.language().isEmpty())
                .max(Comparator.comparing(Call::began))
                .map(Call::language);
    }

    @Override
    public synchronized boolean calledFrom(String number, Instant since) {
        return all().anyMatch(
                        call -> call.caller().equals(number) && !call.began().isBefore(since));
    }

    @Override
    public void ended(CallId id, Call.Outcome outcome, Instant at) {
        change(id, "Ended", call -> {
            call.ended = at;
            call.outcome = outcome;
        });
    }

    private synchronized void change(CallId id, String event, Consumer<Line> change) {
        Line call = calls.get(id);
        if (call != null) {
            change.accept(call);
            changes.append(call.began, "call", id.value(), event);
        }
    }

    private Stream<Call> all() {
        return calls.values().stream().map(Line::call);
    }

    @Override
    public synchronized Optional<Call> find(CallId id) {
        return Optional.ofNullable(calls.get(id)).map(Line::call);
    }

    @Override
    public Optional<Page<Call>> page(Excerpt excerpt) {
        return Optional.of(new Page<>(newest(excerpt.most()), null));
    }

    @Override
    public synchronized List<Call> newest(int atMost) {
        return all().sorted(Comparator.comparing(Call::began).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized List<Call> withNumber(String digits, int atMost) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(call ->
                        call.caller().contains(digits) || call.confirmedNumber().contains(digits))
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized List<Call> live() {
        return all().filter(call -> call.outcome() == Call.Outcome.LIVE).toList();
    }

    /** One call as far as it is known. */
    private static final class Line {
        private final CallId id;
        private final String caller;
        private final String dialled;
        private final Instant began;
        private @Nullable Instant ended;
        private Concern concern = Concern.NONE;
        private String language = "";
        private String step = "ANSWERED";
        private String confirmedNumber = "";
        private String equipmentCode = "";
        private long ticket;
        private Call.Outcome outcome = Call.Outcome.LIVE;
        private @Nullable Recording recording;

        Line(CallId id, String caller, String dialled, Instant began) {
            this.id = id;
            this.caller = caller;
            this.dialled = dialled;
            this.began = began;
        }

        void take(CallNote note) {
            switch (note) {
                case CallNote.Reached reached -> step = reached.step();
                case CallNote.ConcernNamed named -> concern = named.concern();
                case CallNote.LanguageChosen chosen -> language = chosen.language();
                case CallNote.NumberConfirmed confirmed -> confirmedNumber = confirmed.number();
                case CallNote.EquipmentNamed named -> equipmentCode = named.digits();
                case CallNote.Recorded recorded -> recording = recorded.recording();
                case CallNote.TicketNamed named -> ticket = named.ticket();
            }
        }

        Call call() {
            return new Call(
                    id,
                    caller,
                    dialled,
                    began,
                    ended,
                    concern,
                    language,
                    step,
                    confirmedNumber,
                    equipmentCode,
                    ticket,
                    outcome,
                    recording);
        }
    }
}
