package wrenchline.dashboard.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.desk.Transactions;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.transition.Tracked;

/** The quarantine in memory. */
public final class MemoryHolds implements Holds {

    private static final Comparator<Hold> NEWEST_FIRST = Comparator.comparing(
                    (Hold hold) -> hold.message().received())
            .thenComparing(hold -> hold.message().id())
            .reversed();

    private final Transactions transactions;
    private final List<Hold> holds = new ArrayList<>();

    MemoryHolds(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void keep(Quarantined message) {
        keep(message, "", Quarantined.LIVE);
    }

    /** Keeps a message of {@code machine}. */
    public synchronized void keep(Quarantined message, String machine, UUID replayOf) {
        holds.add(new Hold(
                message,
                message.payload().length,
                machine,
                replayOf,
                new DispositionState.Waiting(new Content.AsItCame())));
    }

    private synchronized Stream<Hold> all() {
        return List.copyOf(holds).stream().map(this::now).sorted(NEWEST_FIRST);
    }

    private Hold now(Hold hold) {
        DispositionState state = transactions
                .call(books -> books.dispositions().look(hold.message().id()))
                .map(Tracked::state)
                .orElse(hold.state());
        return new Hold(hold.message(), hold.bytes(), hold.machine(), hold.replayOf(), state);
    }

    @Override
    public List<Hold> list(Filter filter, Mark mark, int atMost) {
        return all().filter(hold -> matches(filter, hold))
                .filter(hold -> isAfter(mark, Mark.of(hold)))
                .limit(atMost)
                .toList();
    }

    private static boolean isAfter(Mark mark, Mark other) {
        int times = other.received().compareTo(mark.received());
        return times < 0 || (times == 0 && other.id().compareTo(mark.id()) < 0);
    }

    private static boolean matches(Filter filter, Hold hold) {
        return (filter.states().isEmpty()
                        || filter.states().contains(hold.state().kind()))
                && (filter.machine().isEmpty() || filter.machine().equals(hold.machine()))
                && !hold.message().received().isBefore(filter.from())
                && hold.message().received().isBefore(filter.to())
                && contains(hold.message().topic(), filter.topic())
                && contains(hold.message().reason(), filter.reason());
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<UUID> oldest(Filter filter, int atMost) {
        return list(filter, Mark.START, Integer.MAX_VALUE).reversed().stream()
                .map(hold -> hold.message().id())
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Hold> find(UUID id) {
        return all().filter(hold -> hold.message().id().equals(id)).findFirst();
    }

    @Override
    public List<UUID> returned(UUID id) {
        return all().filter(hold -> hold.replayOf().equals(id))
                .map(hold -> hold.message().id())
                .toList();
    }

    @Override
    public List<Reason> reasons(int atMost) {
        return all()
                .filter(hold -> hold.state() instanceof DispositionState.Waiting)
                .collect(Collectors.groupingBy(hold -> hold.message().reason(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Reason::waiting).reversed())
                .limit(atMost)
                .toList();
    }
}
