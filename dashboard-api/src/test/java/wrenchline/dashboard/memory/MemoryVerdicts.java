package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Verdicts;

/** Verdicts in memory. */
final class MemoryVerdicts implements Verdicts {

    private final Map<Long, Judgement> byTicket = new TreeMap<>();

    @Override
    public void keep(Judgement judgement) {
        byTicket.put(judgement.ticket().value(), judgement);
    }

    @Override
    public List<Judgement> of(EquipmentId equipment, Instant since) {
        return those(since, one -> one.equipment().equals(equipment));
    }

    @Override
    public List<Judgement> ofModel(String model, Instant since) {
        return those(since, one -> one.model().equals(model));
    }

    private List<Judgement> those(Instant since, Predicate<Judgement> wanted) {
        return byTicket.values().stream()
                .filter(one -> one.at().isAfter(since))
                .filter(wanted)
                .toList();
    }
}
