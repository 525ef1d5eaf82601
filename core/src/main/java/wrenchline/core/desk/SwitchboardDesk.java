package wrenchline.core.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEffect;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackMachine;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** What an operator at the switchboard (总机席) does with callbacks. Each act stands in the journal of the promise. */
public final class SwitchboardDesk {

    private final Desk desk;

    public SwitchboardDesk(Desk desk) {
        this.desk = desk;
    }

    /** What came of an act. */
    public sealed interface Outcome {

        /** It is done; {@code callback} is the one that goes on, which is another after a wrong number. */
        record Done(CallbackId callback) implements Outcome {}

        /** There is no such callback. */
        record Unknown(CallbackId callback) implements Outcome {}

        /** It cannot be done now. */
        record NotNow(String reason) implements Outcome {}
    }

    private record Act(Turn turn, Tracked<Callback, CallbackState> callback, String who) {

        void write(String act, String text) {
            Instant now = turn.now();
            turn.books()
                    .evidence()
                    .append(callback.facts().promise(), new Evidence.OperatorActed(who, act, text, now), now);
        }

        CallbackId id() {
            return callback.facts().id();
        }
    }

    /** Rings {@code staff} at once; nobody else is rung for it until they do not take it. */
    public Outcome takeOver(CallbackId id, StaffId staff, Actor by) {
        return act(
                id,
                by,
                staff,
                (act, member) -> tell(act, new CallbackEvent.TakenOver(member), "took-over", told(member)));
    }

    /** {@code staff} calls the customer without the product: nobody is rung for five minutes, then they are. */
    public Outcome callsThemself(CallbackId id, StaffId staff, Actor by) {
        return act(
                id,
                by,
                staff,
                (act, member) -> tell(act, new CallbackEvent.CallsThemself(member), "calls-himself", told(member)));
    }

    /** {@code staff} say to have talked to the customer, who is asked by SMS whether that is so. */
    public Outcome talked(CallbackId id, StaffId staff, Actor by) {
        return act(
                id,
                by,
                staff,
                (act, member) -> tell(act, new CallbackEvent.ToldByStaff(member), "talked", told(member)));
    }

    /** Adds a note. */
    public Outcome note(CallbackId id, String text, Actor by) {
        return act(id, by, act -> {
            act.write("noted", text);
            return new Outcome.Done(act.id());
        });
    }

    /**
     * The number is not the customer's: nobody there is called again. With the {@code right} number the callback goes on with that, by
     * the same promise and its running clock; without one the promise stays owed.
     */
    public Outcome wrongNumber(CallbackId id, String right, Actor by) {
        String number = PhoneNumber.normalise(right);
        if (!right.isEmpty() && number.isEmpty()) {
            return new Outcome.NotNow("'" + right + "' is no number to call");
        }
        return act(id, by, act -> {
            Outcome cancelled = tell(
                    act,
                    new CallbackEvent.Cancelled("wrong number"),
                    "wrong-number",
                    act.callback().facts().number() + (number.isEmpty() ? "" : " → " + number));
            return cancelled instanceof Outcome.Done && !number.isEmpty() ? again(act, number) : cancelled;
        });
    }

    private static Outcome again(Act act, String number) {
        Callback old = act.callback().facts();
        Callback next = new Callback(
                new CallbackId(UUID.randomUUID()),
                old.ticket(),
                old.promise(),
                number,
                old.language(),
                old.began(),
                old.minimumOverlap(),
                old.ringFor(),
                old.customerRetries(),
                old.ladder());
        Turn turn = act.turn();
        turn.books().callbacks().open(next, new CallbackMachine().initial(next), turn.now());
        return new Outcome.Done(next.id());
    }

    private Outcome act(CallbackId id, Actor by, Function<Act, Outcome> work) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            Optional<Tracked<Callback, CallbackState>> found = books.callbacks().find(id);
            return found.map(callback -> callback.state().over()
                            ? new Outcome.NotNow("it is over")
                            : work.apply(new Act(turn, callback, name(by))))
                    .orElseGet(() -> new Outcome.Unknown(id));
        });
    }

    private static Outcome tell(Act act, CallbackEvent event, String name, String text) {
        return switch (act.turn().callback(act.callback(), event)) {
            case Transition.Moved<CallbackState, CallbackEffect> _ -> {
                act.write(name, text);
                yield new Outcome.Done(act.id());
            }
            case Transition.Ignored<CallbackState, CallbackEffect>(String reason) -> new Outcome.NotNow(reason);
        };
    }

    private Outcome act(CallbackId id, Actor by, StaffId staff, BiFunction<Act, StaffMember, Outcome> work) {
        return act(
                id,
                by,
                act -> act.turn().books().rosters().current().staff().stream()
                        .filter(member -> member.id().equals(staff))
                        .findFirst()
                        .map(member -> work.apply(act, member))
                        .orElseGet(() -> new Outcome.NotNow("nobody on the roster is " + staff)));
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Operator operator -> operator.name();
            case Actor.Staff staff -> staff.id().value();
            case Actor.Customer customer -> customer.name();
            case Actor.Product _ -> "wrenchline";
        };
    }

    private static String told(StaffMember member) {
        return member.name() + " " + member.phone();
    }
}
