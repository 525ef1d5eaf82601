package wrenchline.dashboard.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Standing;

/** Books in memory, of one page a machine. */
final class MemoryLedger implements Ledger {

    private final List<Count> counts = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();

    @Override
    public long position(Follower follower) {
        return 0;
    }

    @Override
    public void pass(Follower follower, long position) {
        throw new UnsupportedOperationException("the dashboard follows nothing");
    }

    @Override
    public synchronized void enter(Page page) {
        counts.addAll(page.counts());
        standings.addAll(page.standings());
    }

    @Override
    public List<Standing> standings(Collection<EquipmentId> machines) {
        return standings().stream()
                .filter(standing -> machines.contains(standing.equipment()))
                .toList();
    }

    @Override
    public synchronized List<Standing> standings() {
        return List.copyOf(standings);
    }

    @Override
    public synchronized Books books(LocalDate from, LocalDate to) {
        return new Books(Instant.EPOCH, 0, counts, counts, List.of());
    }
}
