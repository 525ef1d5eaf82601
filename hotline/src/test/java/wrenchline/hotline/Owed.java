package wrenchline.hotline;

import java.util.List;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;
import wrenchline.hotline.ledger.Row;

/** A callback that is owed to a customer, as a test follows it. */
record Owed(House house, String number, CallbackId id) {

    /** A customer has reported a fault while {@code staff} are on duty. */
    static Owed to(House house, String... staff) {
        String number = House.freshNumber();
        CallId call = new CallId("reported-by-" + number);
        // Who is on duty is written down when the callback is promised: until then nobody else may change it.
        synchronized (house) {
            house.onDuty(staff);
            var report = new CallDesk.Report(
                    call, number, "zh", "", Concern.FAULT, house.desk.clock().instant());
            return of(house, number, new CallDesk(house.desk).report(report).ticket());
        }
    }

    /** A customer calls while {@code staff} are on duty, and hangs up after the number is confirmed. */
    static Owed toCaller(House house, String... staff) throws InterruptedException {
        synchronized (house) {
            house.onDuty(staff);
            Caller caller = Caller.call(house).toTheEquipment();
            caller.phone().hangUp();
            return of(house, caller.ended());
        }
    }

    /** What is owed to the caller of {@code call}. */
    static Owed of(House house, Call call) {
        return of(house, call.confirmedNumber(), new TicketId(call.ticket()));
    }

    private static Owed of(House house, String number, TicketId ticket) {
        return new Owed(
                house,
                number,
                house.in(books ->
                        books.callbacks().openFor(ticket).orElseThrow().facts().id()));
    }

    Tracked<Callback, CallbackState> now() {
        return house.in(books -> books.callbacks().find(id).orElseThrow());
    }

    /** Waits for a state. */
    <S extends CallbackState> S awaitState(Class<S> state) throws InterruptedException {
        House.until(
                "callback of " + number + " is " + state.getSimpleName() + ", events " + history(),
                () -> state.isInstance(now().state()));
        return state.cast(now().state());
    }

    /** The attempt that is being made now; waits for it. */
    AttemptId attempt() throws InterruptedException {
        if (now().state() instanceof CallbackState.Connecting connecting) {
            return connecting.attempt();
        }
        return awaitState(CallbackState.Offering.class).offers().getFirst().attempt();
    }

    /** The attempt that rings {@code number}. */
    AttemptId attemptOf(String number) throws InterruptedException {
        return awaitState(CallbackState.Offering.class).offers().stream()
                .filter(offer -> offer.staff().phone().equals(number))
                .findFirst()
                .orElseThrow()
                .attempt();
    }

    /** The first attempt that was dialled. */
    AttemptId firstAttempt() throws InterruptedException {
        House.until(
                "somebody is dialled", () -> !evidence(Evidence.Dialled.class).isEmpty());
        return evidence(Evidence.Dialled.class).getFirst().attempt();
    }

    /** The channel that leads to the customer. */
    String customerChannel() throws InterruptedException {
        String attempt = firstAttempt().toString();
        Row row = house.rows.await(
                "the customer's leg",
                1,
                next -> next.linked().equals(attempt) && !next.channel().equals(attempt));
        return row.channel();
    }

    /** Waits until both have been bridged for as long as the policy wants. */
    void overlapLongEnough() throws InterruptedException {
        CallbackState.Talking talking = awaitState(CallbackState.Talking.class);
        var enough = talking.since().plus(now().facts().minimumOverlap()).plusMillis(300);
        House.until(
                "they have talked long enough",
                () -> house.desk.clock().instant().isAfter(enough));
    }

    <E extends Evidence> List<E> evidence(Class<E> kind) {
        return house.in(
                books -> books
                        .evidence()
                        .of(books.callbacks().find(id).orElseThrow().facts().promise())
                        .stream()
                        .map(EvidenceJournal.Entry::evidence)
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .toList());
    }

    PromiseState promise() {
        return house.in(books -> books.promises()
                .find(books.callbacks().find(id).orElseThrow().facts().promise())
                .orElseThrow()
                .state());
    }

    /** The events of one kind, as text. */
    List<String> events(String kind) {
        return history().stream().filter(event -> event.startsWith(kind + "[")).toList();
    }

    private List<String> history() {
        return house.in(books -> books.callbacks().events(id).stream()
                .map(dated -> dated.event().toString())
                .toList());
    }
}
