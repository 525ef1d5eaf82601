package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Concern;
import wrenchline.core.call.Recording;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;

/** The call log in memory. */
public final class MemoryCalls implements Calls {

    private final Map<CallId, Call> calls = new LinkedHashMap<>();
    private final MemoryChanges changes;

    public MemoryCalls(MemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public synchronized void began(CallId id, String caller, String dialled, Instant at) {
        calls.putIfAbsent(
                id,
                new Call(
                        id,
                        caller,
                        dialled,
                        at,
                        null,
                        Concern.NONE,
                        "",
                        "ANSWERED",
                        "",
                        "",
                        0,
                        Call.Outcome.LIVE,
                        null));
        changes.append(at, "call", id.value(), "Opened");
    }

    @Override
    public void reached(CallId id, String step, Instant at) {
        change(
                id,
                "Reached",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        call.ended(),
                        call.concern(),
                        call.language(),
                        step,
                        call.confirmedNumber(),
                        call.equipmentCode(),
                        call.ticket(),
                        call.outcome(),
                        call.recording()));
    }

    @Override
    public void concern(CallId id, Concern concern) {
        change(
                id,
                "ConcernNamed",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        call.ended(),
                        concern,
                        call.language(),
                        call.step(),
                        call.confirmedNumber(),
                        call.equipmentCode(),
                        call.ticket(),
                        call.outcome(),
                        call.recording()));
    }

    @Override
    public void language(CallId id, String language) {
        change(
                id,
                "LanguageChosen",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        call.ended(),
                        call.concern(),
                        language,
                        call.step(),
                        call.confirmedNumber(),
                        call.equipmentCode(),
                        call.ticket(),
                        call.outcome(),
                        call.recording()));
    }

    @Override
    public synchronized Optional<String> languageOf(Set<String> numbers) {
        return calls.values().stream()
                .filter(call ->
                        numbers.contains(call.caller()) && !call.language().isEmpty())
                .max(Comparator.comparing(Call::began))
                .map(Call::language);
    }

    @Override
    public synchronized boolean calledFrom(String number, Instant since) {
        return calls.values().stream()
                .anyMatch(call -> call.caller().equals(number) && !call.began().isBefore(since));
    }

    @Override
    public void confirmedNumber(CallId id, String number) {
        change(
                id,
                "NumberConfirmed",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        call.ended(),
                        call.concern(),
                        call.language(),
                        call.step(),
                        number,
                        call.equipmentCode(),
                        call.ticket(),
                        call.outcome(),
                        call.recording()));
    }

    @Override
    public void equipmentCode(CallId id, String digits) {
        change(
                id,
                "EquipmentKeyed",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        call.ended(),
                        call.concern(),
                        call.language(),
                        call.step(),
                        call.confirmedNumber(),
                        digits,
                        call.ticket(),
                        call.outcome(),
                        call.recording()));
    }

    @Override
    public void recorded(CallId id, Recording recording) {
        change(
                id,
                "Recorded",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        call.ended(),
                        call.concern(),
                        call.language(),
                        call.step(),
                        call.confirmedNumber(),
                        call.equipmentCode(),
                        call.ticket(),
                        call.outcome(),
                        recording));
    }

    @Override
    public void ticket(CallId id, long ticket) {
        change(
                id,
                "Ticket",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        call.ended(),
                        call.concern(),
                        call.language(),
                        call.step(),
                        call.confirmedNumber(),
                        call.equipmentCode(),
                        ticket,
                        call.outcome(),
                        call.recording()));
    }

    @Override
    public void ended(CallId id, Call.Outcome outcome, Instant at) {
        change(
                id,
                "Ended",
                call -> new Call(
                        id,
                        call.caller(),
                        call.dialled(),
                        call.began(),
                        at,
                        call.concern(),
                        call.language(),
                        call.step(),
                        call.confirmedNumber(),
                        call.equipmentCode(),
                        call.ticket(),
                        outcome,
                        call.recording()));
    }

    private synchronized void change(CallId id, String event, UnaryOperator<Call> change) {
        Call call = calls.get(id);
        if (call != null) {
            calls.put(id, change.apply(call));
            changes.append(call.began(), "call", id.value(), event);
        }
    }

    @Override
    public synchronized Optional<Call> find(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    @Override
    public Optional<Page<Call>> page(Excerpt excerpt) {
        return Optional.of(new Page<>(newest(excerpt.most()), null));
    }

    @Override
    public synchronized List<Call> newest(int atMost) {
        return calls.values().stream()
                .sorted(Comparator.comparing(Call::began).reversed())
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
        return calls.values().stream()
                .filter(call -> call.outcome() == Call.Outcome.LIVE)
                .toList();
    }
}
