package wrenchline.dashboard.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.config.Secret;
import wrenchline.core.access.Account;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Accounts;
import wrenchline.core.access.SecondFactor;

/** Authenticators and recovery codes of accounts. Every code is accepted once. */
public final class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    private final Accounts accounts;
    private final Directory directory;
    private final Passwords passwords;
    private final Vault vault;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            Accounts accounts, Directory directory, Passwords passwords, Secret operatorToken, InstantSource clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.passwords = passwords;
        this.vault = new Vault(operatorToken);
        this.clock = clock;
    }

    /**
     * What an authenticator needs, told once.
     *
     * @param secret in Base32, to be typed in
     * @param uri the same as an {@code otpauth:} address
     */
    public record Enrolment(String secret, String uri) {
        @Override
        public String toString() {
            return "Enrolment[…]";
        }
    }

    /** Makes a secret that the account's authenticator shares from its first code on; nothing where there is an authenticator. */
    public Optional<Enrolment> begin(AccountName name) {
        return accounts.find(name)
                .filter(account -> !account.factor().confirmed())
                .flatMap(this::begin);
    }

    private Optional<Enrolment> begin(Account account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String name = account.name().value();
        String text = Totp.base32(secret);
        String label =
                URLEncoder.encode("Wrenchline:" + name, StandardCharsets.UTF_8).replace("%3A", ":");
        return swap(account, SecondFactor.pending(vault.close(name, secret)))
                ? Optional.of(new Enrolment(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=Wrenchline"))
                : Optional.empty();
    }

    /** From now on the authenticator is asked for, if {@code code} is its code: the recovery codes, told once; else nothing. */
    public List<String> confirm(AccountName name, String code) {
        Optional<Account> pending =
                accounts.find(name).filter(account -> !account.factor().confirmed());
        OptionalLong step = pending.map(account -> match(account, code)).orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return List.of();
        }
        List<String> recovery =
                Stream.generate(passwords::recovery).limit(RECOVERY_CODES).toList();
        Account account = pending.orElseThrow();
        SecondFactor confirmed = account.factor()
                .confirmed(step.getAsLong(), recovery.stream().map(Digests::of).collect(Collectors.toSet()));
        return swap(account, confirmed) ? recovery : List.of();
    }

    /** Uses {@code given} up, a code of the authenticator or a recovery code; whether it was one. */
    boolean accepts(Account account, String given) {
        String code = given.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        OptionalLong step = match(account, code);
        if (step.isPresent()) {
            return swap(account, account.factor().used(step.getAsLong()));
        }
        String digest = Digests.of(code);
        return account.factor().recovery().contains(digest)
                && swap(account, account.factor().without(digest));
    }

    private OptionalLong match(Account account, String code) {
        SecondFactor factor = account.factor();
        return vault.open(account.name().value(), factor.sealed())
                .map(secret -> Totp.match(secret, code, clock.instant(), factor.step()))
                .orElse(OptionalLong.empty());
    }

    /** Of two that use the same code at the same time one comes too late. */
    private boolean swap(Account seen, SecondFactor wanted) {
        AtomicBoolean first = new AtomicBoolean();
        accounts.change(seen.name(), now -> {
            first.set(now.factor().equals(seen.factor()));
            return first.get() ? now.with(wanted) : now;
        });
        directory.refresh();
        return first.get();
    }
}
