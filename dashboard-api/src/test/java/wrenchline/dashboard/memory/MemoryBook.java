package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Timed;
import wrenchline.core.transition.Tracked;

/** A book in memory; the transactions see to it that one thread at a time reads it. */
class MemoryBook<I, F, S extends Timed, E> implements Book<I, F, S, E> {

    private final Map<I, Tracked<F, S>> entries = new LinkedHashMap<>();
    private final Map<I, List<Dated<E>>> events = new LinkedHashMap<>();
    private final String subject;
    private final Function<F, I> id;
    private final MemoryChanges changes;

    MemoryBook(String subject, Function<F, I> id, MemoryChanges changes) {
        this.subject = subject;
        this.id = id;
        this.changes = changes;
    }

    @Override
    public Optional<Tracked<F, S>> find(I wanted) {
        return look(wanted);
    }

    @Override
    public Optional<Tracked<F, S>> look(I wanted) {
        return Optional.ofNullable(entries.get(wanted));
    }

    @Override
    public void open(F facts, S initial, Instant at) {
        entries.put(id.apply(facts), new Tracked<>(facts, initial, 0));
        events.put(id.apply(facts), new ArrayList<>());
        changes.append(at, subject, id.apply(facts).toString(), "Opened");
    }

    @Override
    public void record(Tracked<F, S> before, E event, S after, Instant at) {
        I changed = id.apply(before.facts());
        entries.put(changed, new Tracked<>(before.facts(), after, before.version() + 1));
        events.computeIfAbsent(changed, any -> new ArrayList<>()).add(new Dated<>(event, at));
        changes.append(at, subject, changed.toString(), event.getClass().getSimpleName());
    }

    @Override
    public List<Tracked<F, S>> due(Instant now, int atMost) {
        return entries.values().stream()
                .filter(entry ->
                        entry.state().dueAt().filter(at -> !at.isAfter(now)).isPresent())
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Dated<E>> events(I wanted) {
        return List.copyOf(events.getOrDefault(wanted, List.of()));
    }

    @Override
    public List<I> all() {
        return List.copyOf(entries.keySet());
    }

    /** All of them, newest first. */
    List<Tracked<F, S>> newestFirst(Comparator<F> oldestFirst) {
        return entries.values().stream()
                .sorted(Comparator.comparing((Tracked<F, S> entry) -> entry.facts(), oldestFirst.reversed()))
                .toList();
    }

    @Override
    public final Optional<Tracked<F, S>> longestDue(Instant now) {
        return due(now, 1).stream().findFirst();
    }
}
