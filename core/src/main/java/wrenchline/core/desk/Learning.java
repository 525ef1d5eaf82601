package wrenchline.core.desk;

import java.util.Optional;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Grounds;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.ticket.Verdicts;

/** What the product learns from an engineer's verdict. */
record Learning(Turn turn) {

    void from(Ticket ticket, Verdict verdict) {
        Optional<Equipment> machine =
                ticket.equipmentIfKnown().flatMap(turn.books().register()::find);
        if (machine.isEmpty() || !(ticket.origin() instanceof Origin.Telemetry(Finding.Raised raised))) {
            return;
        }
        Equipment equipment = machine.get();
        if (raised.groundsIfAny().isPresent()) {
            turn.books()
                    .verdicts()
                    .keep(new Verdicts.Judgement(
                            ticket.id(), equipment.id(), equipment.model(), ticket.failureMode(), turn.now(), verdict));
        }
        if (raised.grounds() instanceof Grounds.Worn worn && verdict instanceof Verdict.Real) {
            turn.books().fittings().keep(new Fitting(equipment.id(), worn.part(), turn.now(), 0));
        }
    }
}
