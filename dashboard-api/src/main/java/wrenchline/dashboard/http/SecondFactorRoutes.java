package wrenchline.dashboard.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wrenchline.core.access.Account;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Accounts;
import wrenchline.dashboard.auth.AccountDesk;
import wrenchline.dashboard.wire.SecondFactorView;

/** The second factor of one's own account. */
record SecondFactorRoutes(AccountDesk desk, Accounts accounts) {

    void mount(Api api) {
        api.on("getSecondFactor", request -> own(request, this::show));
        api.on("beginSecondFactor", request -> own(request, account -> begin(account, request.text("password"))));
        api.on("confirmSecondFactor", request -> own(request, account -> confirm(account, request.text("code"))));
        api.on("removeSecondFactor", request -> own(request, account -> remove(account, request)));
    }

    private Answer show(Account account) {
        return Answer.json(SecondFactorView.of(account.factor()));
    }

    private Answer begin(Account account, String password) {
        if (desk.owner(account.name(), password).isEmpty()) {
            return Answer.refused(Problem.conflict("The password is wrong."));
        }
        return desk.factors()
                .begin(account.name())
                .map(enrolment -> Answer.json(SecondFactorView.Secret.of(enrolment.secret(), enrolment.uri())))
                .orElseGet(() -> Answer.refused(Problem.conflict("There is a second factor already.")));
    }

    private Answer confirm(Account account, String code) {
        List<String> recovery = desk.factors().confirm(account.name(), code);
        return recovery.isEmpty()
                ? Answer.refused(Problem.conflict("The code is wrong or too old."))
                : Answer.json(new SecondFactorView.Recovery(recovery));
    }

    private Answer remove(Account account, Request request) {
        return desk.removeFactor(account.name(), request.text("password"), request.text("code"))
                ? Answer.nothing()
                : Answer.refused(Problem.conflict("The password or the code is wrong."));
    }

    private Answer own(Request request, Function<Account, Answer> use) {
        String name = request.principal().name();
        Optional<Account> account = request.caller() instanceof Caller.Browser && AccountName.isValid(name)
                ? accounts.find(new AccountName(name))
                : Optional.empty();
        return account.map(use)
                .orElseGet(() ->
                        Answer.refused(Problem.conflict("Only who signed in to an account has a second factor.")));
    }
}
