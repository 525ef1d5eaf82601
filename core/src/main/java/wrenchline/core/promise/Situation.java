package wrenchline.core.promise;

import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.TicketKind;

/**
 * What decides which clauses hold for a ticket (适用条件).
 *
 * @param customerClass as the register has it; empty for none
 * @param contract category of the contract for the equipment; empty for none
 */
public record Situation(
        Policy.Source source, Severity severity, TicketKind kind, String customerClass, String contract) {

    public Situation from(Policy.Source other) {
        return new Situation(other, severity, kind, customerClass, contract);
    }

    public Situation as(Severity other) {
        return new Situation(source, other, kind, customerClass, contract);
    }
}
