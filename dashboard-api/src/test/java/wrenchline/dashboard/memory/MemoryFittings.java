package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Fittings;
import wrenchline.core.equipment.EquipmentId;

/** Fittings in memory. */
final class MemoryFittings implements Fittings {

    private final List<Fitting> fittings = new ArrayList<>();

    @Override
    public void keep(Fitting fitting) {
        fittings.removeIf(
                one -> one.equipment().equals(fitting.equipment()) && one.part().equals(fitting.part()));
        fittings.add(fitting);
    }

    @Override
    public List<Fitting> of(EquipmentId equipment) {
        return fittings.stream()
                .filter(one -> one.equipment().equals(equipment))
                .toList();
    }

    @Override
    public List<Fitting> since(Instant time) {
        return fittings.stream().filter(one -> one.at().isAfter(time)).toList();
    }
}
