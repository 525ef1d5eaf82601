package wrenchline.gateway;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Fittings;
import wrenchline.core.equipment.EquipmentId;

/** Fittings in memory. */
public final class MemoryFittings implements Fittings {

    private final List<Fitting> fittings = new CopyOnWriteArrayList<>();

    @Override
    public void keep(Fitting fitting) {
        fittings.add(fitting);
    }

    @Override
    public List<Fitting> of(EquipmentId equipment) {
        return fittings.stream()
                .filter(fitting -> fitting.equipment().equals(equipment))
                .toList();
    }

    @Override
    public List<Fitting> since(Instant time) {
        return fittings.stream().filter(fitting -> fitting.at().isAfter(time)).toList();
    }
}
