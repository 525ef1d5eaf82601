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
        if (verdict instanceof Verdict.Real) {
            partOf(raised)
                    .ifPresent(part -> turn.books().fittings().keep(new Fitting(equipment.id(), part, turn.now(), 0)));
        }
    }

    /** The part whose life was found to be over, so that a new one is in. */
    private static Optional<String> partOf(Finding.Raised raised) {
        return switch (raised.groundsIfAny().orElse(null)) {
            case Grounds.Worn worn -> Optional.of(worn.part());
            case Grounds.Ending ending -> Optional.of(ending.remaining().part());
            case Grounds.Degraded degraded -> Optional.of(degraded.component());
            case Grounds.Unusual _, Grounds.Approaching _, Grounds.Silent _, Grounds.Frozen _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }
}
