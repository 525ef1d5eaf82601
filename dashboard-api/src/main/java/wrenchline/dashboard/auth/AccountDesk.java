package wrenchline.dashboard.auth;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wrenchline.core.access.Account;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Accounts;
import wrenchline.core.access.Failures;
import wrenchline.core.access.Reach;
import wrenchline.core.access.Role;

/** Makes and changes accounts, and lets people in. */
public final class AccountDesk {

    private final Accounts accounts;
    private final Directory directory;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords();

    public AccountDesk(Accounts accounts, Directory directory, InstantSource clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
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

        /** A wrong name or password, or a disabled account: which, nobody is told. */
        record Wrong() implements SignIn {}

        /** Too many wrong passwords; the right one does not help either for a while. */
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
        Account account =
                new Account(name, role, reach, passwords.hash(password), false, 1, Failures.NONE, clock.instant());
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
        if (!(signIn(name, old) instanceof SignIn.Welcome)) {
            return new Outcome.Refused("The old password is wrong.");
        }
        String kept = passwords.hash(wanted);
        return change(name, account -> account.withPassword(kept), "");
    }

    /** Lets somebody in, or counts a wrong password. */
    public SignIn signIn(AccountName name, String password) {
        Optional<Account> known = accounts.find(name);
        if (known.isEmpty()) {
            passwords.refuse(password);
            return new SignIn.Wrong();
        }
        Account account = known.get();
        if (account.failures().shut(clock.instant())) {
            return new SignIn.Shut();
        }
        boolean right = passwords.is(password, account.password()) && !account.disabled();
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
