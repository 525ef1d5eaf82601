package wrenchline.core.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.AccountMachine;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.CertificateAuthority;
import wrenchline.core.device.Credential;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.device.Handout;
import wrenchline.core.device.Wanted;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** What operators do with device accounts, and the list of machines that nobody knows. */
public final class DeviceDesk {

    /** How long a client certificate holds. */
    private static final Duration VALID = Duration.ofDays(730);

    private static final int SECRET_BYTES = 16;
    private static final int BATCH = 500;
    private static final AccountMachine MACHINE = new AccountMachine();

    private final Desk desk;
    private final CertificateAuthority authority;
    private final SecureRandom random = new SecureRandom();

    public DeviceDesk(Desk desk, CertificateAuthority authority) {
        this.desk = desk;
        this.authority = authority;
    }

    /** What came of asking for a credential. */
    public sealed interface Enrolment {

        /**
         * It holds from now on.
         *
         * @param authority the certificate by which the machine recognises the product, in PEM
         */
        record Done(Handout handout, String authority) implements Enrolment {}

        record Refused(String reason) implements Enrolment {}
    }

    /** Lists machines for approval that were heard and that nobody knows; tells how many. */
    public int listUnknown() {
        return desk.transactions().call(books -> {
            List<EquipmentId> unlisted = books.accounts().unlisted(BATCH);
            unlisted.forEach(equipment -> open(books, fresh(equipment)));
            return unlisted.size();
        });
    }

    /** Applies {@code event}; opens the account where there is none and the event moves it. */
    public Transition<AccountState, Void> tell(EquipmentId equipment, AccountEvent event) {
        return desk.transactions().call(books -> {
            Instant now = desk.clock().instant();
            var known = books.accounts().find(equipment);
            var account = known.orElseGet(() -> fresh(equipment));
            if (known.isEmpty()
                    && MACHINE.on(account.facts(), account.state(), event, now) instanceof Transition.Moved) {
                open(books, account);
            }
            return Move.apply(MACHINE, books.accounts(), account, event, now);
        });
    }

    /**
     * Gives a machine its first credential.
     *
     * @param topics topic filters beside those that every machine has
     */
    public Enrolment enrol(EquipmentId equipment, Wanted wanted, List<String> topics, Actor by) {
        return hand(equipment, wanted, credential -> new AccountEvent.Enrolled(by, credential, topics));
    }

    /**
     * Gives a machine its next credential.
     *
     * @param atOnce whether the one before ends now, and not only when the next one is first used
     */
    public Enrolment rotate(EquipmentId equipment, Wanted wanted, boolean atOnce, Actor by) {
        return hand(equipment, wanted, credential -> new AccountEvent.Rotated(by, credential, atOnce));
    }

    private Enrolment hand(EquipmentId equipment, Wanted wanted, Function<Credential, AccountEvent> event) {
        String root = authority.certificate();
        Made made = make(equipment, wanted, desk.clock().instant());
        if (isTaken(made.credential(), equipment)) {
            return new Enrolment.Refused("another machine has this token");
        }
        return switch (tell(equipment, event.apply(made.credential()))) {
            case Transition.Moved<AccountState, Void> _ -> new Enrolment.Done(made.handout(), root);
            case Transition.Ignored<AccountState, Void>(String reason) -> new Enrolment.Refused(reason);
        };
    }

    /** A token is all that names its machine. */
    private boolean isTaken(Credential credential, EquipmentId equipment) {
        return credential instanceof Credential.Token
                && desk.transactions().call(books -> books.accounts().list()).stream()
                        .filter(account -> !account.facts().equipment().equals(equipment))
                        .anyMatch(account -> account.state().credentials().stream()
                                .anyMatch(other -> other.digest().equals(credential.digest())));
    }

    private record Made(Credential credential, Handout handout) {}

    private Made make(EquipmentId equipment, Wanted wanted, Instant now) {
        return switch (wanted) {
            case Wanted.Password() -> {
                String password = secret();
                yield new Made(
                        Credential.Password.of(password, secret(), now),
                        new Handout.Password(equipment.value(), password));
            }
            case Wanted.Token(String given) -> {
                String token = given.isEmpty() ? secret() : given;
                yield new Made(Credential.Token.of(token, now), new Handout.Token(token));
            }
            case Wanted.Certificate() -> {
                var issued = authority.issue(equipment, now, VALID);
                yield new Made(issued.credential(), issued.handout());
            }
        };
    }

    private Tracked<DeviceAccount, AccountState> fresh(EquipmentId equipment) {
        DeviceAccount account = new DeviceAccount(equipment, desk.clock().instant());
        return new Tracked<>(account, MACHINE.initial(account), 0);
    }

    private static void open(Books books, Tracked<DeviceAccount, AccountState> fresh) {
        books.accounts().open(fresh.facts(), fresh.state(), fresh.facts().listed());
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
