package wrenchline.dashboard.http;

import java.util.Optional;
import java.util.UUID;
import wrenchline.core.access.Principal;
import wrenchline.core.access.Reach;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;

/** Whose a thing is. What is somebody else's is answered like what is not there. */
record Ownership(Ports ports) implements Step {

    @Override
    public Answer pass(Operation operation, Request request, UseCase next) {
        boolean all = request.caller() instanceof Caller.Known known
                && known.principal().reach() instanceof Reach.Everything;
        return all || allows(operation, request)
                ? next.answer(request)
                : Answer.refused(Problem.unknown("such thing of yours", request.path("id")));
    }

    private boolean allows(Operation operation, Request request) {
        return switch (operation.audience().own()) {
            case LIST, NOTHING -> true;
            case EQUIPMENT -> ports.desk().transactions().call(books -> equipment(books, request));
            case TICKET ->
                ports.desk()
                        .transactions()
                        .call(books ->
                                ticket(books, request.principal(), new TicketId(Long.parseLong(request.path("id")))));
            case PROMISE ->
                ports.desk()
                        .transactions()
                        .call(books -> promise(
                                books, request.principal(), new PromiseId(UUID.fromString(request.path("id")))));
            case null -> true;
        };
    }

    private static boolean equipment(Books books, Request request) {
        String id = request.path("id");
        return EquipmentId.isValid(id) && sees(books, request.principal(), Optional.of(new EquipmentId(id)));
    }

    /** Whether {@code principal} may see the ticket {@code id}. */
    static boolean ticket(Books books, Principal principal, TicketId id) {
        return books.tickets()
                .look(id)
                .map(Tracked::facts)
                .filter(ticket -> sees(books, principal, ticket.equipmentIfKnown()))
                .isPresent();
    }

    /** Whether {@code principal} may see the promise {@code id}. */
    static boolean promise(Books books, Principal principal, PromiseId id) {
        return books.promises()
                .look(id)
                .map(Tracked::facts)
                .map(Promise::ticket)
                .filter(ticket -> ticket(books, principal, ticket))
                .isPresent();
    }

    /** Whether {@code principal} may see {@code equipment}; a machine that nobody knows is nobody's. */
    static boolean sees(Books books, Principal principal, Optional<EquipmentId> equipment) {
        return principal.reach() instanceof Reach.Everything
                || equipment
                        .flatMap(books.register()::find)
                        .map(Equipment::customer)
                        .filter(principal::sees)
                        .isPresent();
    }
}
