package wrenchline.dashboard.http;

import wrenchline.core.access.Principal;
import wrenchline.core.desk.Desk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.Actor;

/**
 * In whose name somebody does something to a ticket. An account acts as the member of staff who has its name, or else as an operator, and
 * never as anybody else. The operator token, which a whole desk may share, says who it is; a key with scopes may name the customer for whom
 * its program speaks.
 */
record Acting(Desk desk) {

    sealed interface Named {

        record As(Actor actor) implements Named {}

        /** In English. */
        record Refused(String reason) implements Named {}
    }

    /** Whoever {@code staff} or {@code customer} of the body names, if that is allowed, or whoever asks. */
    Named as(Request request) {
        Principal principal = request.principal();
        String staff = request.text("staff");
        String customer = request.text("customer");
        boolean shared = principal.name().equals(Principal.OPERATOR);
        if (!staff.isEmpty()) {
            return shared || principal.name().equals(staff)
                    ? new Named.As(new Actor.Staff(new StaffId(staff)))
                    : new Named.Refused(
                            principal.name() + " cannot act in the name of member of staff '" + staff + "'.");
        }
        if (!customer.isEmpty()) {
            return shared || (principal.isProgram() && !principal.scopes().isEmpty())
                    ? new Named.As(new Actor.Customer(customer))
                    : new Named.Refused(
                            principal.name() + " cannot act in the name of a customer: a key with scopes can.");
        }
        return new Named.As(self(request));
    }

    /** Whoever asks. */
    Actor self(Request request) {
        StaffId staff = new StaffId(request.principal().name());
        boolean known = desk.transactions()
                .call(books -> books.rosters().current().find(staff).isPresent());
        return known ? new Actor.Staff(staff) : request.operator();
    }
}
