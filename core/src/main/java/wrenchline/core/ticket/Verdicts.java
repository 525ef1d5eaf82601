package wrenchline.core.ticket;

import java.time.Instant;
import java.util.List;
import wrenchline.core.equipment.EquipmentId;

/** The verdicts on tickets that were foreseen (判定记录); the journal holds how each came about. */
public interface Verdicts {

    /** Keeps {@code judgement}, in the place of an earlier one on the same ticket. */
    void keep(Judgement judgement);

    List<Judgement> of(EquipmentId equipment, Instant since);

    /** Those on all machines of {@code model}. */
    List<Judgement> ofModel(String model, Instant since);

    /**
     * @param model of the machine
     * @param at when it was given
     */
    record Judgement(
            TicketId ticket, EquipmentId equipment, String model, String failureMode, Instant at, Verdict verdict) {}
}
