package wrenchline.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.device.AccountState.Approved;
import wrenchline.core.device.AccountState.Pending;
import wrenchline.core.device.AccountState.Revoked;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Transition;

class AccountMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Actor LI = new Actor.Operator("Li");
    private static final List<String> TOPICS = List.of("plant/7/#");
    private static final Credential FIRST = Credential.Password.of("first", "salt", NOW);
    private static final Credential SECOND = Credential.Password.of("second", "salt", NOW);
    private static final Credential THIRD = Credential.Token.of("a token of the third kind", NOW);
    private static final AccountState PENDING = new Pending();
    private static final AccountState REVOKED = new Revoked(LI, NOW, "stolen");

    private final AccountMachine machine = new AccountMachine();

    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(PENDING, new AccountEvent.Approved(LI), approved()),
                Arguments.of(PENDING, new AccountEvent.Enrolled(LI, FIRST, TOPICS), approved(FIRST)),
                Arguments.of(PENDING, new AccountEvent.Revoked(LI, "stolen"), REVOKED),
                Arguments.of(approved(), new AccountEvent.Enrolled(LI, FIRST, TOPICS), approved(FIRST)),
                Arguments.of(approved(), new AccountEvent.Revoked(LI, "stolen"), REVOKED),
                Arguments.of(approved(FIRST), new AccountEvent.Rotated(LI, SECOND, false), approved(FIRST, SECOND)),
                Arguments.of(approved(FIRST), new AccountEvent.Rotated(LI, SECOND, true), approved(SECOND)),
                Arguments.of(
                        approved(FIRST, SECOND), new AccountEvent.Rotated(LI, THIRD, false), approved(FIRST, THIRD)),
                Arguments.of(approved(FIRST, SECOND), new AccountEvent.Rotated(LI, THIRD, true), approved(THIRD)),
                Arguments.of(approved(FIRST, SECOND), new AccountEvent.Used(SECOND.digest()), approved(SECOND)),
                Arguments.of(approved(FIRST, SECOND), new AccountEvent.Revoked(LI, "stolen"), REVOKED),
                Arguments.of(REVOKED, new AccountEvent.Approved(LI), approved()),
                Arguments.of(REVOKED, new AccountEvent.Enrolled(LI, SECOND, TOPICS), approved(SECOND)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moves(AccountState from, AccountEvent event, AccountState expected) {
        assertThat(on(from, event)).isEqualTo(Transition.to(expected));
    }

    static Stream<Arguments> ignored() {
        return Stream.of(
                Arguments.of(PENDING, new AccountEvent.Rotated(LI, FIRST, false)),
                Arguments.of(PENDING, new AccountEvent.Used(FIRST.digest())),
                Arguments.of(approved(), new AccountEvent.Approved(LI)),
                Arguments.of(approved(), new AccountEvent.Rotated(LI, FIRST, true)),
                Arguments.of(approved(FIRST), new AccountEvent.Enrolled(LI, SECOND, TOPICS)),
                Arguments.of(approved(FIRST), new AccountEvent.Used(FIRST.digest())),
                Arguments.of(approved(FIRST, SECOND), new AccountEvent.Used(FIRST.digest())),
                Arguments.of(REVOKED, new AccountEvent.Revoked(LI, "again")),
                Arguments.of(REVOKED, new AccountEvent.Rotated(LI, SECOND, false)),
                Arguments.of(REVOKED, new AccountEvent.Used(FIRST.digest())));
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void ignores(AccountState from, AccountEvent event) {
        assertThat(on(from, event)).isInstanceOf(Transition.Ignored.class);
    }

    @Test
    void a_machine_begins_unapproved() {
        assertThat(machine.initial(account())).isEqualTo(PENDING);
    }

    private Transition<AccountState, Void> on(AccountState from, AccountEvent event) {
        return machine.on(account(), from, event, NOW);
    }

    private static DeviceAccount account() {
        return new DeviceAccount(new EquipmentId("lift-77"), NOW);
    }

    /** The topics come with the first credential. */
    private static AccountState approved(Credential... credentials) {
        return new Approved(LI, NOW, List.of(credentials), credentials.length == 0 ? List.of() : TOPICS);
    }
}
