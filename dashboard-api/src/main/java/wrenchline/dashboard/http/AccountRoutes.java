package wrenchline.dashboard.http;

import java.util.Optional;
import java.util.function.Function;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Accounts;
import wrenchline.core.access.Reach;
import wrenchline.core.access.Role;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.CustomerId;
import wrenchline.dashboard.auth.AccountDesk;
import wrenchline.dashboard.auth.AccountDesk.Outcome;
import wrenchline.dashboard.wire.AccountView;
import wrenchline.dashboard.wire.ListOf;

/** Who may sign in. */
record AccountRoutes(AccountDesk desk, Accounts accounts, Transactions transactions) {

    void mount(Api api) {
        api.on(
                "listAccounts",
                request -> Answer.json(ListOf.all(accounts.all().stream()
                        .map(account -> AccountView.of(account, ""))
                        .toList())));
        api.on("getAccount", this::show);
        api.on("createAccount", this::create);
        api.on("assignRole", this::assign);
        api.on("disableAccount", request -> on(request, name -> desk.disable(name, true)));
        api.on("enableAccount", request -> on(request, name -> desk.disable(name, false)));
        api.on("signOutAccount", request -> on(request, desk::signOut));
        api.on("removeSecondFactorOf", request -> on(request, desk::removeFactor));
        api.on("resetPassword", request -> on(request, desk::reset));
        api.on("choosePassword", this::choose);
    }

    private Answer show(Request request) {
        String name = request.path("name");
        return Optional.of(name)
                .filter(AccountName::isValid)
                .flatMap(known -> accounts.find(new AccountName(known)))
                .map(account -> Answer.json(AccountView.of(account, "")))
                .orElseGet(() -> Answer.refused(Problem.unknown("account", name)));
    }

    private Answer create(Request request) {
        String name = request.text("name");
        if (!AccountName.isValid(name)) {
            return Answer.refused(Problem.invalid("'" + name + "' is no name of an account."));
        }
        return switch (granted(request, transactions)) {
            case Granted.To(Role role, Reach reach) -> answer(request, desk.add(new AccountName(name), role, reach));
            case Granted.Refused(String reason) -> Answer.refused(Problem.invalid(reason));
        };
    }

    private Answer assign(Request request) {
        return switch (granted(request, transactions)) {
            case Granted.To(Role role, Reach reach) -> on(request, name -> desk.assign(name, role, reach));
            case Granted.Refused(String reason) -> Answer.refused(Problem.invalid(reason));
        };
    }

    private Answer choose(Request request) {
        String account = request.principal().name();
        if (!(request.caller() instanceof Caller.Browser) || !AccountName.isValid(account)) {
            return Answer.refused(Problem.conflict("Only who signed in to an account has a password."));
        }
        return answer(request, desk.choose(new AccountName(account), request.text("old"), request.text("password")));
    }

    private static Answer answer(Request request, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var account, String password) -> Answer.json(AccountView.of(account, password));
            case Outcome.Refused(String reason) -> Answer.refused(Problem.conflict(reason));
            case Outcome.Unknown() -> Answer.refused(Problem.unknown("account", request.path("name")));
        };
    }

    private static Answer on(Request request, Function<AccountName, Outcome> wish) {
        String name = request.path("name");
        return answer(request, AccountName.isValid(name) ? wish.apply(new AccountName(name)) : new Outcome.Unknown());
    }

    /** A role with its reach, as a request wants it. */
    sealed interface Granted {
        record To(Role role, Reach reach) implements Granted {}

        record Refused(String reason) implements Granted {}
    }

    /** What {@code role} and {@code customer} of the body say together. */
    static Granted granted(Request request, Transactions transactions) {
        Role role = Role.of(request.text("role")).orElseThrow();
        String customer = request.text("customer");
        if ((role == Role.CUSTOMER) == customer.isEmpty()) {
            return new Granted.Refused("The role customer, and no other, needs 'customer': whose machines it sees.");
        }
        if (customer.isEmpty()) {
            return new Granted.To(role, new Reach.Everything());
        }
        CustomerId id = new CustomerId(customer);
        Optional<?> known = transactions.call(books -> books.register().find(id));
        return known.isPresent()
                ? new Granted.To(role, new Reach.Own(id))
                : new Granted.Refused("There is no customer '" + customer + "'.");
    }
}
