package wrenchline.dashboard.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Standing;

/** Books in which nothing was ever entered. */
final class BlankLedger implements Ledger {

    @Override
    public long position(Follower follower) {
        return 0;
    }

    @Override
    public void pass(Follower follower, long position) {
        throw new UnsupportedOperationException("the dashboard follows nothing");
    }

    @Override
    public void enter(Page page) {
        throw new UnsupportedOperationException("the dashboard enters nothing");
    }

    @Override
    public List<Standing> standings(Collection<EquipmentId> machines) {
        return List.of();
    }

    @Override
    public Books books(LocalDate from, LocalDate to) {
        return new Books(Instant.EPOCH, 0, List.of(), List.of());
    }
}
