package wrenchline.dashboard.auth;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wrenchline.config.Secret;
import wrenchline.core.access.Account;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Accounts;
import wrenchline.core.access.Failures;
import wrenchline.core.access.Reach;
import wrenchline.core.access.Role;
import wrenchline.core.access.SecondFactor;

/** Makes and changes accounts, and lets people in. */
public final class AccountDesk {

    private final Accounts accounts;
    private final Directory directory;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords();
    private final SecondFactors factors;

    public AccountDesk(Accounts accounts, Directory directory, Secret operatorToken, InstantSource clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
        this.factors = new SecondFactors(accounts, directory, passwords, operatorToken, clock);
    }

    /** What came of a wish. */
    public sealed interface Outcome {

        /** @param password told now and never again; empty when there is no new one */
        record Done(Account account, String password) implements Outcome {}

        record Refused(String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** What came of signing in. */
    public sealed interface SignIn {
        record Welcome(Account account) implements SignIn {}

        /** The password is right, and the code of the authenticator is needed too. */
        record CodeNeeded(Account account) implements SignIn {}

        /** A wrong name, password or code, or a disabled account: which, nobody is told. */
        record Wrong() implements SignIn {}

        /** Too many wrong passwords or codes; the right one does not help either for a while. */
        record Shut() implements SignIn {}
    }

    /** The first account, {@code admin}; nothing when there is any account already. */
    public Optional<Outcome.Done> first() {
        return accounts.all().isEmpty()
                        && add(new AccountName("admin"), Role.ADMIN, new Reach.Everything())
                                instanceof Outcome.Done done
                ? Optional.of(done)
                : Optional.empty();
    }

    /** A new account with a password that is told once. */
    public Outcome add(AccountName name, Role role, Reach reach) {
        String password = passwords.fresh();
        Account account = new Account(
                name,
                role,
                reach,
                passwords.hash(password),
                false,
                1,
                Failures.NONE,
                SecondFactor.NONE,
                clock.instant());
        if (!accounts.add(account)) {
            return new Outcome.Refused("there is an account " + name + " already");
        }
        directory.refresh();
        return new Outcome.Done(account, password);
    }

    public Outcome assign(AccountName name, Role role, Reach reach) {
        return change(name, account -> account.as(role, reach), "");
    }

    public Outcome disable(AccountName name, boolean disabled) {
        return change(name, account -> account.disabled(disabled), "");
    }

    /** Ends all sessions of an account. */
    public Outcome signOut(AccountName name) {
        return change(name, Account::signedOut, "");
    }

    /** A new password that is told once, and all sessions end. */
    public Outcome reset(AccountName name) {
        String password = passwords.fresh();
        String kept = passwords.hash(password);
        return change(name, account -> account.withPassword(kept), password);
    }

    /** Another password of one's own. */
    public Outcome choose(AccountName name, String old, String wanted) {
        Optional<String> fault = PasswordRule.fault(wanted, name.value());
        if (fault.isPresent()) {
            return new Outcome.Refused(fault.get());
        }
        if (owner(name, old).isEmpty()) {
            return new Outcome.Refused("The old password is wrong.");
        }
        String kept = passwords.hash(wanted);
        return change(name, account -> account.withPassword(kept), "");
    }

    /** The authenticators of the accounts. */
    public SecondFactors factors() {
        return factors;
    }

    /** The account, if {@code password} is its; a wrong one is counted. */
    public Optional<Account> owner(AccountName name, String password) {
        return switch (signIn(name, password, "")) {
            case SignIn.Welcome(Account account) -> Optional.of(account);
            case SignIn.CodeNeeded(Account account) -> Optional.of(account);
            case SignIn.Wrong(), SignIn.Shut() -> Optional.empty();
        };
    }

    /** Takes one's own authenticator off, by password and code; whether they were right. */
    public boolean removeFactor(AccountName name, String password, String code) {
        return signIn(name, password, code) instanceof SignIn.Welcome
                && change(name, account -> account.with(SecondFactor.NONE), "") instanceof Outcome.Done;
    }

    /** Takes the authenticator off; whoever is signed in must sign in again. */
    public Outcome removeFactor(AccountName name) {
        return change(name, account -> account.with(SecondFactor.NONE).signedOut(), "");
    }

    /**
     * Lets somebody in, or counts a wrong password or code. That the code is missing neither counts nor makes up for wrong ones.
     *
     * @param code of the authenticator, or a recovery code; empty when none was given
     */
    public SignIn signIn(AccountName name, String password, String code) {
        Optional<Account> found = accounts.find(name);
        if (found.isEmpty()) {
            passwords.refuse(password);
            return new SignIn.Wrong();
        }
        Account account = found.get();
        if (account.failures().shut(clock.instant())) {
            return new SignIn.Shut();
        }
        boolean known = passwords.is(password, account.password()) && !account.disabled();
        boolean factor = account.factor().confirmed();
        if (known && factor && code.isEmpty()) {
            return new SignIn.CodeNeeded(account);
        }
        boolean right = known && (!factor || factors.accepts(account, code));
        Failures failures = right ? Failures.NONE : account.failures().more(clock.instant());
        if (!failures.equals(account.failures())) {
            accounts.change(
                    name, now -> now.with(right ? Failures.NONE : now.failures().more(clock.instant())));
        }
        return right ? new SignIn.Welcome(account) : new SignIn.Wrong();
    }

    private Outcome change(AccountName name, UnaryOperator<Account> change, String password) {
        Optional<Account> changed = accounts.change(name, change);
        directory.refresh();
        return changed.<Outcome>map(account -> new Outcome.Done(account, password))
                .orElseGet(Outcome.Unknown::new);
    }
}
