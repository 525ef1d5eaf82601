package wrenchline.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.MqttSettings;
import wrenchline.config.Secret;
import wrenchline.core.device.Credential;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.Site;
import wrenchline.gateway.identity.Verdict.In;
import wrenchline.gateway.identity.Verdict.Out;
import wrenchline.gateway.identity.Verdict.Reason;
import wrenchline.gateway.payload.Sender;

class DoorTest {

    private static final String DIGEST = "digest of a certificate";
    private static final Verdict WAITING = new Out(Reason.WRONG_PASSWORD);
    private static final String TOKEN = "A1B2C3D4E5F6G7H8I9J0";

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final Directory directory = new Directory(accounts);
    private Door door = door(true);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void the_shared_account_speaks_for_any_machine() {
        Identity identity = in(attempt("controllers", "shared"));
        assertThat(identity).isEqualTo(new Identity.Site());
        assertThat(identity.publishing().mayPublish("equipment/anybody/telemetry"))
                .isTrue();
        assertThat(door.holds(identity)).isTrue();
    }

    @Test
    void a_shared_account_that_is_switched_off_is_nobodys() {
        door.close();
        door = door(false);
        assertThat(verdict(attempt("controllers", "shared"))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
        assertThat(door.holds(new Identity.Site())).isFalse();
    }

    @Test
    void a_machine_signs_in_with_its_own_password_and_speaks_for_itself_alone() {
        enrol("lift-07", MemoryAccounts.password("secret"));
        Identity identity = in(attempt("lift-07", "secret"));
        assertThat(identity.publishing().mayPublish("equipment/lift-07/telemetry"))
                .isTrue();
        assertThat(identity.publishing().mayPublish("equipment/lift-08/telemetry"))
                .isFalse();
        assertThat(identity.sender("any client id")).isEqualTo(new Sender.Machine(new EquipmentId("lift-07"), true));
        assertThat(verdict(attempt("lift-07", "Secret"))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
        assertThat(verdict(attempt("lift-08", "secret"))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
    }

    @Test
    void a_machine_signs_in_with_its_token_as_the_user_name() {
        enrol("lift-07", Credential.Token.of(TOKEN, Instant.EPOCH));
        assertThat(machine(in(attempt(TOKEN, "")))).isEqualTo("lift-07");
        assertThat(verdict(attempt("lift-07", TOKEN))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
        assertThat(verdict(attempt("", ""))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
    }

    @Test
    void a_certificate_is_its_machines_and_a_user_name_beside_it_must_agree() {
        enrol("lift-07", new Credential.Certificate(DIGEST, "1", Instant.EPOCH, Instant.MAX));
        assertThat(machine(in(new Attempt("10.0.0.1", "", "", DIGEST)))).isEqualTo("lift-07");
        assertThat(machine(in(new Attempt("10.0.0.1", "lift-07", "whatever", DIGEST))))
                .isEqualTo("lift-07");
        assertThat(verdict(new Attempt("10.0.0.1", "lift-08", "", DIGEST))).isEqualTo(new Out(Reason.REVOKED));
    }

    @Test
    void who_shows_the_digest_of_a_certificate_as_a_token_does_not_have_the_certificate() {
        enrol(
                "lift-07",
                new Credential.Certificate(Credential.sha256(TOKEN.getBytes(UTF_8)), "1", Instant.EPOCH, Instant.MAX));
        assertThat(verdict(attempt(TOKEN, ""))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
    }

    @Test
    void a_certificate_of_ours_that_is_nobodys_now_lets_nobody_in_by_password_either() {
        assertThat(verdict(new Attempt("10.0.0.1", "controllers", "shared", DIGEST)))
                .isEqualTo(new Out(Reason.REVOKED));
    }

    @Test
    void a_machine_that_was_enrolled_a_moment_ago_comes_in_before_the_next_look_at_the_accounts() {
        accounts.enrol("lift-08", MemoryAccounts.password("secret"));
        assertThat(in(attempt("lift-08", "secret"))).isInstanceOf(Identity.Machine.class);
    }

    @Test
    void a_revoked_machine_stays_outside_and_would_not_be_let_in_again() {
        enrol("lift-07", MemoryAccounts.password("secret"));
        Identity identity = in(attempt("lift-07", "secret"));
        assertThat(door.holds(identity)).isTrue();
        accounts.revoke("lift-07");
        directory.refresh();
        assertThat(door.holds(identity)).isFalse();
        assertThat(verdict(attempt("lift-07", "secret"))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
    }

    @Test
    void the_old_password_holds_until_the_next_one_is_used() {
        enrol("lift-07", MemoryAccounts.password("old"));
        accounts.rotate("lift-07", MemoryAccounts.password("new"));
        directory.refresh();
        Identity old = in(attempt("lift-07", "old"));
        in(attempt("lift-07", "new"));
        Site.await(() -> accounts.state("lift-07").credentials().size() == 1);
        directory.refresh();
        assertThat(door.holds(old)).isFalse();
        assertThat(verdict(attempt("lift-07", "old"))).isEqualTo(new Out(Reason.WRONG_PASSWORD));
    }

    @Test
    void many_wrong_attempts_at_once_are_not_even_looked_at_and_others_come_in_meanwhile() {
        Site.await(() -> door.admit(attempt("controllers", "guess"))
                .toCompletableFuture()
                .getNow(WAITING)
                .equals(new Out(Reason.TOO_MANY_ATTEMPTS)));
        assertThat(in(new Attempt("10.0.0.2", "controllers", "shared", ""))).isEqualTo(new Identity.Site());
    }

    private Door door(boolean shared) {
        return new Door(
                new MqttSettings(
                        "127.0.0.1",
                        0,
                        0,
                        List.of(),
                        "controllers",
                        new Secret("shared"),
                        shared,
                        Duration.ofMinutes(5),
                        1024),
                directory,
                accounts::used,
                InstantSource.system());
    }

    private void enrol(String equipment, Credential credential) {
        accounts.enrol(equipment, credential);
        directory.refresh();
    }

    private static Attempt attempt(String username, String password) {
        return new Attempt("10.0.0.1", username, password, "");
    }

    private Identity in(Attempt attempt) {
        Verdict verdict = verdict(attempt);
        assertThat(verdict).isInstanceOf(In.class);
        return ((In) verdict).identity();
    }

    private static String machine(Identity identity) {
        return ((Identity.Machine) identity).equipment().value();
    }

    private Verdict verdict(Attempt attempt) {
        return door.admit(attempt)
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
