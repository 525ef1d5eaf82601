package wrenchline.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Standing;

/** The books in memory; what is quarantined goes to {@link MemoryQuarantine}. They can be out of order. */
public final class MemoryLedger implements Ledger {

    private final MemoryQuarantine quarantine;
    private final Map<Follower, Long> positions = new EnumMap<>(Follower.class);
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Map<EquipmentId, Standing> standings = new LinkedHashMap<>();
    private final Map<UUID, Page.Held> held = new LinkedHashMap<>();
    private int outages;

    public MemoryLedger(MemoryQuarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** What is in it now, for another process. */
    public synchronized MemoryLedger copy() {
        MemoryLedger copy = new MemoryLedger(quarantine);
        copy.positions.putAll(positions);
        copy.counts.putAll(counts);
        copy.standings.putAll(standings);
        copy.held.putAll(held);
        return copy;
    }

    /** The next {@code times} calls fail. */
    public synchronized void fail(int times) {
        outages = times;
    }

    @Override
    public synchronized long position(Follower follower) {
        failIfAway();
        return positions.getOrDefault(follower, 0L);
    }

    @Override
    public synchronized void pass(Follower follower, long position) {
        failIfAway();
        positions.put(follower, position);
    }

    @Override
    public synchronized void enter(Page page) {
        failIfAway();
        positions.put(Follower.STORING, page.position());
        for (Count count : page.counts()) {
            counts.merge(count.machine() + "/" + count.day(), count, MemoryLedger::sum);
        }
        page.standings().forEach(standing -> standings.put(standing.equipment(), standing));
        for (Page.Held message : page.quarantined()) {
            quarantine.keep(message.message());
            held.put(message.message().id(), message);
        }
        page.replayed().forEach(this::withdraw);
    }

    private void withdraw(UUID message) {
        Page.Held gone = held.remove(message);
        if (gone != null) {
            Count less = new Count(gone.machine(), gone.day(), -1, 0, -1, 0, 0);
            counts.merge(gone.machine() + "/" + gone.day(), less, MemoryLedger::sum);
        }
    }

    /** Of whose replay {@code message} came. */
    public synchronized UUID replayOf(UUID message) {
        return Objects.requireNonNull(held.get(message)).replayOf();
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.machine(),
                one.day(),
                one.received() + other.received(),
                one.stored() + other.stored(),
                one.quarantined() + other.quarantined(),
                one.duplicate() + other.duplicate(),
                one.late() + other.late());
    }

    @Override
    public synchronized List<Standing> standings(Collection<EquipmentId> machines) {
        return machines.stream().map(standings::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized List<Standing> standings() {
        return List.copyOf(standings.values());
    }

    @Override
    public synchronized Books books(LocalDate from, LocalDate to) {
        return new Books(
                Instant.now(),
                positions.getOrDefault(Follower.STORING, 0L),
                List.copyOf(counts.values()),
                List.of(),
                List.of());
    }

    /** The count of {@code machine} over all days. */
    public synchronized Count total(String machine) {
        return counts.values().stream()
                .filter(count -> count.machine().equals(machine))
                .reduce(new Count(machine, LocalDate.EPOCH, 0, 0, 0, 0, 0), MemoryLedger::sum);
    }

    public synchronized Standing standing(String machine) {
        return standings.getOrDefault(new EquipmentId(machine), Standing.none(new EquipmentId(machine)));
    }

    private void failIfAway() {
        if (outages > 0) {
            outages--;
            throw new IllegalStateException("the database is away");
        }
    }
}
