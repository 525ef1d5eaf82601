package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.PolicyFile;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.DeviceDesk;
import wrenchline.core.desk.DeviceDesk.Enrolment;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.CertificateAuthority;
import wrenchline.core.device.Credential;
import wrenchline.core.device.Handout;
import wrenchline.core.device.Wanted;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Transition;

/** What operators do with device accounts, on the real database. */
class DeviceDeskTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final EquipmentId STRANGER = new EquipmentId("lift-77");
    private static final EquipmentId KNOWN = new EquipmentId("lift-01");
    private static final Actor LI = new Actor.Operator("Li");

    private Database database;
    private Desk desk;
    private DeviceDesk devices;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        Path config = Path.of("../config");
        desk = new Desk(
                database.transactions(),
                InstantSource.fixed(NOW),
                PolicyFile.read(config.resolve("policy.yaml")),
                Texts.read(config.resolve("texts")),
                Map.of());
        devices = new DeviceDesk(desk, new PaperAuthority());
        desk.transactions().run(books -> {
            books.register().put(new Customer(new CustomerId("c1"), "Customer", "", "zh", List.of()));
            books.register()
                    .put(Equipment.reporting(
                            KNOWN,
                            "101",
                            new Names("举升机", "Lift"),
                            "two-post-lift",
                            "",
                            new CustomerId("c1"),
                            "",
                            new Warranty(LocalDate.EPOCH, LocalDate.EPOCH, Period.ofYears(3))));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_machine_that_nobody_knows_is_listed_for_approval_once() {
        database.devices().heard(STRANGER, NOW);
        database.devices().heard(KNOWN, NOW);
        assertThat(devices.listUnknown()).isEqualTo(1);
        assertThat(devices.listUnknown()).isZero();
        assertThat(state(STRANGER)).contains(new AccountState.Pending());
        assertThat(state(KNOWN)).isEmpty();
    }

    @Test
    void an_unknown_machine_raises_tickets_only_once_it_is_approved() {
        new TelemetryDesk(desk).on(fault(STRANGER));
        assertThat(tickets()).isZero();

        devices.tell(STRANGER, new AccountEvent.Approved(LI));
        new TelemetryDesk(desk).on(fault(STRANGER));
        assertThat(tickets()).isEqualTo(1);

        devices.tell(STRANGER, new AccountEvent.Revoked(LI, "sold"));
        new TelemetryDesk(desk).on(fault(new EquipmentId("lift-78")));
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void a_registered_machine_raises_tickets_whatever_its_account_says() {
        devices.tell(KNOWN, new AccountEvent.Revoked(LI, "key stolen"));
        new TelemetryDesk(desk).on(fault(KNOWN));
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void an_enrolled_machine_has_what_it_was_handed_and_gets_no_second_one_but_by_rotation() {
        var handout = handout(devices.enrol(STRANGER, new Wanted.Password(), List.of("plant/7/#"), LI));
        assertThat(handout).isInstanceOfSatisfying(Handout.Password.class, handed -> {
            assertThat(handed.username()).isEqualTo("lift-77");
            assertThat(state(STRANGER).orElseThrow().credentials())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Credential.Password.class,
                            kept -> assertThat(kept.is(handed.password())).isTrue());
        });
        assertThat(devices.enrol(STRANGER, new Wanted.Certificate(), List.of(), LI))
                .isEqualTo(new Enrolment.Refused("already has a credential; rotate it"));

        handout(devices.rotate(STRANGER, new Wanted.Certificate(), false, LI));
        assertThat(state(STRANGER).orElseThrow().credentials()).hasSize(2);
        List<String> events = desk.transactions()
                .call(books -> books.accounts().events(STRANGER).stream()
                        .map(dated -> dated.event().getClass().getSimpleName())
                        .toList());
        assertThat(events).containsExactly("Enrolled", "Rotated");
        assertThat(database.verification().run().flaws()).isEmpty();
    }

    @Test
    void a_slip_of_the_pen_enters_nobody() {
        assertThat(devices.rotate(STRANGER, new Wanted.Password(), true, LI))
                .isEqualTo(new Enrolment.Refused("has no credential; enrol it"));
        assertThat(state(STRANGER)).isEmpty();
    }

    @Test
    void two_machines_never_share_a_token() {
        Wanted token = new Wanted.Token("A1B2C3D4E5F6G7H8I9J0");
        assertThat(handout(devices.enrol(STRANGER, token, List.of(), LI)))
                .isEqualTo(new Handout.Token("A1B2C3D4E5F6G7H8I9J0"));
        assertThat(devices.enrol(KNOWN, token, List.of(), LI)).isInstanceOf(Enrolment.Refused.class);
    }

    @Test
    void a_repeated_word_is_ignored() {
        devices.tell(STRANGER, new AccountEvent.Approved(LI));
        assertThat(devices.tell(STRANGER, new AccountEvent.Approved(LI))).isInstanceOf(Transition.Ignored.class);
    }

    private static Handout handout(Enrolment enrolment) {
        assertThat(enrolment).isInstanceOf(Enrolment.Done.class);
        return ((Enrolment.Done) enrolment).handout();
    }

    private Optional<AccountState> state(EquipmentId equipment) {
        return desk.transactions()
                .call(books -> books.accounts().look(equipment).map(account -> account.state()));
    }

    private long tickets() {
        return desk.transactions().call(books -> books.tickets().all().size());
    }

    private static DeviceEvent fault(EquipmentId equipment) {
        return new DeviceEvent(equipment, NOW, NOW, "E042", Severity.MAJOR, "");
    }

    /** Its certificates are good for nothing but these tests. */
    private static final class PaperAuthority implements CertificateAuthority {
        @Override
        public Issued issue(EquipmentId equipment, Instant from, Duration valid) {
            return new Issued(
                    new Credential.Certificate("digest of " + equipment, "1", from, from.plus(valid)),
                    new Handout.Certificate("certificate", "key"));
        }

        @Override
        public String certificate() {
            return "authority";
        }

        @Override
        public Optional<Instant> expires() {
            return Optional.empty();
        }
    }
}
