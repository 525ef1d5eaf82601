package wrenchline.dashboard.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.Call;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.SwitchboardDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Customer;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.wire.CallbackView;
import wrenchline.dashboard.wire.PromiseView;
import wrenchline.dashboard.wire.SwitchboardView;

/** The switchboard: who talks to whom now, what is owed, and what an operator does about it. */
final class SwitchboardRoutes {

    private final Ports ports;
    private final SwitchboardDesk desk;

    SwitchboardRoutes(Ports ports) {
        this.ports = ports;
        this.desk = new SwitchboardDesk(ports.desk());
    }

    void mount(Api api) {
        api.on("getSwitchboard", request -> Answer.json(now()));
        api.on("getCallback", request -> show(id(request)));
        api.on("takeOverCallback", this::takeOver);
        api.on(
                "noteOnCallback",
                request -> answer(desk.note(id(request), request.text("text").strip(), request.operator())));
        api.on(
                "markWrongNumber",
                request -> answer(
                        desk.wrongNumber(id(request), request.text("number").strip(), request.operator())));
    }

    private SwitchboardView now() {
        List<Call> live = ports.calls().live();
        Instant now = ports.desk().clock().instant();
        return ports.desk()
                .transactions()
                .call(books -> new SwitchboardView(
                        now,
                        live.stream()
                                .map(call -> new SwitchboardView.LiveCall(call, customer(books, call.caller())))
                                .toList(),
                        books.callbacks().open().stream()
                                .map(callback -> owed(books, callback, now))
                                .sorted(Comparator.comparing(
                                        owed -> owed.clock().deadline()))
                                .toList(),
                        books.rosters().current().staff()));
    }

    private static SwitchboardView.Owed owed(Books books, Tracked<Callback, CallbackState> callback, Instant now) {
        Callback facts = callback.facts();
        List<Evidence.OperatorActed> acts = books.evidence().of(facts.promise()).stream()
                .filter(entry -> entry.evidence() instanceof Evidence.OperatorActed)
                .map(entry -> (Evidence.OperatorActed) entry.evidence())
                .toList();
        return new SwitchboardView.Owed(
                CallbackView.of(callback),
                customer(books, facts.number()),
                PromiseView.of(books.promises().look(facts.promise()).orElseThrow(), now),
                acts);
    }

    private static @Nullable String customer(Books books, String number) {
        return books.register().byPhone(number).map(Customer::name).orElse(null);
    }

    private Answer takeOver(Request request) {
        StaffId staff = new StaffId(request.text("staff"));
        Actor by = request.operator();
        return answer(
                switch (request.text("how")) {
                    case "MYSELF" -> desk.callsThemself(id(request), staff, by);
                    case "TALKED" -> desk.talked(id(request), staff, by);
                    default -> desk.takeOver(id(request), staff, by);
                });
    }

    private Answer answer(SwitchboardDesk.Outcome outcome) {
        return switch (outcome) {
            case SwitchboardDesk.Outcome.Done(CallbackId id) -> show(id);
            case SwitchboardDesk.Outcome.Unknown(CallbackId id) -> unknown(id);
            case SwitchboardDesk.Outcome.NotNow(String reason) -> Answer.refused(Problem.conflict(reason));
        };
    }

    private Answer show(CallbackId id) {
        return ports.desk()
                .transactions()
                .call(books -> books.callbacks().look(id))
                .<Answer>map(found -> new Answer.Json(CallbackView.of(found), Tags.version(found.version())))
                .orElseGet(() -> unknown(id));
    }

    private static Answer unknown(CallbackId id) {
        return Answer.refused(Problem.unknown("callback", id.toString()));
    }

    private static CallbackId id(Request request) {
        return new CallbackId(UUID.fromString(request.path("id")));
    }
}
