package wrenchline.core.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackMachine;
import wrenchline.core.callback.LadderStep;
import wrenchline.core.duty.Duty;
import wrenchline.core.duty.Rung;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.EquipmentRegister;
import wrenchline.core.equipment.Severity;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.promise.Situation;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketMachine;

/** Opens tickets with the promises that the policy gives them. */
record Opening(Turn turn) {

    /** Nobody guesses it who was not told. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int CODES = 10_000;

    /** Opens {@code ticket} and its promises, except the callback's, which needs a caller. */
    void ticket(Ticket ticket) {
        Ticket whole = ticket.withArrivalCode("%04d".formatted(RANDOM.nextInt(CODES)));
        turn.books().tickets().open(whole, new TicketMachine().initial(whole), turn.now());
        new Escalating(turn).begin(whole);
        promises(ticket.id(), situation(ticket, ticket.severity()), ticket.raised());
    }

    /** Promises everything anew: the clocks begin now. */
    void again(Ticket ticket, Severity severity) {
        promises(ticket.id(), situation(ticket, severity), turn.now());
    }

    private static Policy.Source source(Ticket ticket) {
        return switch (ticket.origin()) {
            case Origin.Telemetry _, Origin.Controller _ -> Policy.Source.TELEMETRY;
            case Origin.Telephone _ ->
                CallDesk.isRequest(ticket.failureMode()) ? Policy.Source.REQUEST : Policy.Source.CALL;
            case Origin.Entered _ -> Policy.Source.CALL;
        };
    }

    /** Adds the promises that {@code ticket} did not have when it was less grave; their clocks begin now. */
    void graver(Ticket ticket, Severity before, Severity now) {
        Policy policy = turn.desk().policy();
        Situation graver = situation(ticket, now);
        List<Clause> known = policy.clausesFor(graver.as(before));
        open(policy.clausesFor(graver).stream()
                .filter(clause -> !known.contains(clause))
                .map(clause -> promise(ticket.id(), clause, turn.now(), graver))
                .toList());
    }

    private void promises(TicketId ticket, Situation situation, Instant made) {
        open(turn.desk().policy().clausesFor(situation).stream()
                .filter(clause -> clause.kind() != PromiseKind.CALLBACK)
                .map(clause -> promise(ticket, clause, made, situation))
                .toList());
    }

    /** What is known of {@code ticket} that decides which clauses hold. */
    private Situation situation(Ticket ticket, Severity severity) {
        EquipmentRegister register = turn.books().register();
        return new Situation(
                source(ticket),
                severity,
                ticket.purpose(),
                ticket.customerIfKnown()
                        .flatMap(register::find)
                        .map(Customer::serviceClass)
                        .orElse(""),
                ticket.equipmentIfKnown()
                        .flatMap(register::find)
                        .flatMap(equipment -> equipment.contractOn(today()))
                        .map(Contract::category)
                        .orElse(""));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(turn.now(), turn.books().rosters().current().zone());
    }

    private Promise promise(TicketId ticket, Clause clause, Instant made, Situation situation) {
        String version = turn.desk().policy().version();
        return new Promise(new PromiseId(UUID.randomUUID()), ticket, clause, made, version, situation);
    }

    /** What another ticket was promised is owed by ticket {@code into}: the clock runs on. */
    void carryOver(Promise promise, TicketId into) {
        open(List.of(new Promise(
                new PromiseId(UUID.randomUUID()),
                into,
                promise.clause(),
                promise.made(),
                promise.policyVersion(),
                promise.situation())));
    }

    private void open(List<Promise> promises) {
        turn.books().promises().open(promises, new PromiseMachine()::initial, turn.now());
        for (Promise promise : promises) {
            var promised = new Evidence.Promised(
                    promise.ticket(),
                    promise.clause(),
                    promise.policyVersion(),
                    promise.made(),
                    promise.deadline(),
                    turn.desk().policy().callback().minimumOverlap());
            turn.books().evidence().begin(promise.id(), promised, turn.now());
        }
    }

    /** Opens the callback to the caller with its promise; the clock began with the call. */
    Promise callback(Ticket ticket, Evidence.CallReceived call, CallDesk.Report report) {
        Policy policy = turn.desk().policy();
        // Whoever calls is called back, whatever it is about.
        Situation situation = situation(ticket, ticket.severity()).from(Policy.Source.CALL);
        Clause clause = policy.clausesFor(situation).stream()
                .filter(candidate -> candidate.kind() == PromiseKind.CALLBACK)
                .min(Comparator.comparing(Clause::within))
                .orElseThrow(() -> new IllegalStateException("policy " + policy.version() + " has no callback clause"));
        Promise promise = promise(ticket.id(), clause, call.at(), situation);
        open(List.of(promise));
        Duty duty = new Duty(turn.books().rosters().current());
        List<Rung> rungs = report.concern() == Concern.EMERGENCY
                ? policy.callback().emergencyLadder()
                : policy.callback().ladder();
        List<LadderStep> ladder = rungs.stream()
                .map(rung -> new LadderStep(rung.after(), rung.target(), duty.reach(rung.target(), turn.now())))
                .toList();
        Callback callback = new Callback(
                new CallbackId(UUID.randomUUID()),
                ticket.id(),
                promise.id(),
                call.number(),
                report.language(),
                call.at(),
                policy.callback().minimumOverlap(),
                policy.callback().ringFor(),
                policy.callback().customerRetries(),
                ladder);
        turn.books().callbacks().open(callback, new CallbackMachine().initial(callback), turn.now());
        turn.books().evidence().append(promise.id(), call, turn.now());
        turn.books().evidence().append(promise.id(), new Evidence.OnDuty(ladder), turn.now());
        return promise;
    }
}
