package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.PolicyFile;
import wrenchline.config.Texts;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandState;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.command.Order;
import wrenchline.core.desk.CommandDelivery;
import wrenchline.core.desk.CommandDesk;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.Ordered;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Metric;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Transition;
import wrenchline.testkit.SettableClock;

/** Commands from the wish to the answer, on the real database and a line of which the test says who listens. */
class CommandDeskTest {

    private static final Actor LI = new Actor.Operator("Li");
    private static final Order COOLER = new Order.SetLimit("oil_temp", "OVERHEATING", 50);
    private static final Duration TIME = Duration.ofMinutes(10);

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
    private static int machines;
    private static Database database;
    private static Desk desk;

    private final TestLine line = new TestLine();
    private Instant start;
    private EquipmentId lift;
    private CommandDesk commands;
    private CommandDelivery delivery;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
        Path config = Path.of("../config");
        desk = new Desk(
                database.transactions(),
                CLOCK,
                PolicyFile.read(config.resolve("policy.yaml")),
                Texts.read(config.resolve("texts")),
                Map.of("two-post-lift", model()));
        desk.transactions().run(books -> {
            books.policies().enter(desk.policy(), CLOCK.instant());
            books.register().put(new Customer(new CustomerId("c1"), "Customer", "", "zh", List.of()));
        });
    }

    @AfterAll
    static void close() {
        assertThat(database.verification().run().flaws()).isEmpty();
        database.close();
    }

    /** A machine of its own, after everything that other tests left behind has expired. */
    @BeforeEach
    void register() {
        CLOCK.advance(Duration.ofDays(2));
        new CommandDelivery(desk, new TestLine()).deliverDue();
        start = CLOCK.instant();
        lift = new EquipmentId("lift-" + ++machines);
        commands = new CommandDesk(desk);
        delivery = new CommandDelivery(desk, line);
        desk.transactions()
                .run(books -> books.register()
                        .put(Equipment.reporting(
                                lift,
                                "10" + machines,
                                new Names("举升机", "Lift"),
                                "two-post-lift",
                                "",
                                new CustomerId("c1"),
                                "",
                                new Warranty(LocalDate.EPOCH, LocalDate.EPOCH, Period.ofYears(3)))));
    }

    @Test
    void a_command_is_sent_to_a_device_that_listens_and_its_answer_ends_it() {
        line.come(lift);
        CommandId id = ordered(COOLER, "k1");
        delivery.deliverDue();
        assertThat(line.sent).extracting(Command::id).containsExactly(id);
        delivery.deliverDue();
        assertThat(state(id)).isInstanceOf(CommandState.Sent.class);
        commands.answered(new CommandAnswer(lift, id, true, ""));
        assertThat(state(id)).isEqualTo(new CommandState.Acknowledged(start));
        assertThat(events(id))
                .containsExactly(
                        new CommandEvent.Tried(), new CommandEvent.Delivered(), new CommandEvent.Acknowledged());
    }

    @Test
    void a_refusal_keeps_the_devices_reason() {
        line.come(lift);
        CommandId id = ordered(COOLER, "k1");
        delivery.deliverDue();
        commands.answered(new CommandAnswer(lift, id, false, "somebody is under the lift"));
        assertThat(state(id)).isEqualTo(new CommandState.Refused(start, "somebody is under the lift"));
    }

    @Test
    void a_device_that_was_away_gets_what_is_not_expired_in_the_order_in_which_it_was_asked_for() {
        CommandId tooLate = ordered(new Order.Custom("lamp", "true"), Duration.ofMinutes(1), "lamp");
        CLOCK.advance(Duration.ofSeconds(1));
        CommandId first = ordered(COOLER, "k1");
        CLOCK.advance(Duration.ofSeconds(1));
        CommandId second = ordered(new Order.Rebirth(), "k2");
        delivery.deliverDue();
        delivery.deliverDue();
        assertThat(line.sent).isEmpty();
        CLOCK.advance(Duration.ofMinutes(2));
        delivery.deliverDue();
        assertThat(line.asked).as("no try while it is away").hasSize(3);

        line.come(lift);
        delivery.deliverDue();
        assertThat(line.sent).extracting(Command::id).containsExactly(first, second);
        assertThat(state(tooLate)).isInstanceOf(CommandState.Expired.class);
    }

    @Test
    void commands_that_piled_up_are_sent_one_batch_after_the_other() {
        line.come(lift);
        for (int lamp = 0; lamp < 70; lamp++) {
            ordered(new Order.Custom("lamp-" + lamp, "true"), "k" + lamp);
        }
        line.arrived();
        assertThat(delivery.deliverDue()).as("more may be due").isTrue();
        assertThat(delivery.deliverDue()).isFalse();
        assertThat(line.sent).hasSize(70).doesNotHaveDuplicates();
    }

    @Test
    void a_command_without_an_answer_is_sent_again_until_it_expires() {
        line.come(lift);
        CommandId id = ordered(COOLER, "k1");
        for (int second = 0; second < TIME.toSeconds(); second += 5) {
            delivery.deliverDue();
            CLOCK.advance(Duration.ofSeconds(5));
        }
        // After 0, 5, 15, 35, 75, 155 and 315 seconds.
        assertThat(line.sent).hasSize(7).extracting(Command::id).containsOnly(id);
        delivery.deliverDue();
        assertThat(state(id)).isEqualTo(new CommandState.Expired(start.plus(TIME)));
        commands.answered(new CommandAnswer(lift, id, true, ""));
        assertThat(state(id)).as("it was carried out all the same").isInstanceOf(CommandState.Acknowledged.class);
    }

    @Test
    void what_was_sent_and_not_answered_is_sent_again_by_the_next_process_with_the_same_id() {
        line.come(lift);
        CommandId id = ordered(COOLER, "k1");
        delivery.deliverDue();
        // Killed here: nobody notes that the device has it.
        TestLine next = new TestLine();
        next.come(lift);
        new CommandDelivery(desk, next).deliverDue();
        assertThat(next.sent).extracting(Command::id).containsExactly(id);
    }

    @Test
    void the_same_key_is_the_same_command_and_never_another() {
        CommandId id = ordered(COOLER, "k1");
        assertThat(ordered(COOLER, "k1")).isEqualTo(id);
        assertThat(order(new Order.Rebirth(), TIME, "k1")).isInstanceOf(Ordered.KeyTaken.class);
        assertThat(ordered(COOLER, "")).isNotEqualTo(ordered(COOLER, ""));
    }

    @Test
    void a_release_is_not_sent_again_once_the_start_is_inhibited_anew() {
        line.come(lift);
        CommandId release = ordered(new Order.ReleaseStart(), "k1");
        delivery.deliverDue();
        CommandId inhibit = ordered(new Order.InhibitStart("a crack in the arm"), "k2");
        assertThat(state(release)).isEqualTo(new CommandState.Cancelled(start, LI));
        CLOCK.advance(Duration.ofSeconds(20));
        line.come(lift);
        delivery.deliverDue();
        assertThat(line.sent).extracting(Command::id).containsExactly(release, inhibit);
    }

    @Test
    void only_what_the_device_does_not_have_can_be_cancelled() {
        CommandId queued = ordered(COOLER, "k1");
        assertThat(commands.cancel(queued, LI)).containsInstanceOf(Transition.Moved.class);
        line.come(lift);
        CommandId sent = ordered(COOLER, "k2");
        delivery.deliverDue();
        delivery.deliverDue();
        assertThat(commands.cancel(sent, LI)).contains(Transition.ignore("the device has it already"));
        assertThat(commands.cancel(new CommandId(UUID.randomUUID()), LI)).isEmpty();
    }

    @Test
    void a_device_answers_for_itself_alone() {
        line.come(lift);
        CommandId id = ordered(COOLER, "k1");
        commands.answered(new CommandAnswer(new EquipmentId("lift-02"), id, true, ""));
        commands.answered(new CommandAnswer(lift, new CommandId(UUID.randomUUID()), true, ""));
        assertThat(state(id)).isInstanceOf(CommandState.Queued.class);
    }

    @Test
    void what_the_model_or_the_register_does_not_know_is_not_entered() {
        assertThat(order(new Order.SetLimit("oil_temp", "", 90), TIME, "k1")).isInstanceOf(Ordered.NotAllowed.class);
        assertThat(commands.order(new EquipmentId("lift-99"), COOLER, TIME, "k1", LI))
                .isInstanceOf(Ordered.NotRegistered.class);
        desk.transactions()
                .run(books -> assertThat(books.commands().newest(lift, 9)).isEmpty());
    }

    @Test
    void a_critical_finding_inhibits_the_start_where_the_model_says_so_and_nothing_ever_releases_it() {
        TelemetryDesk telemetry = new TelemetryDesk(desk);
        Finding overheated = raised("oil_temp", "OVERHEATING", start);
        Finding burst = raised("pressure", "OVERPRESSURE", start);
        telemetry.on(overheated);
        telemetry.on(burst);
        telemetry.on(burst);
        telemetry.on(new Finding.Cleared(lift, "OVERPRESSURE", "pressure", 100, start.plusSeconds(9)));
        desk.transactions()
                .run(books -> assertThat(books.commands().newest(lift, 9))
                        .singleElement()
                        .satisfies(command -> {
                            assertThat(command.facts().by()).isEqualTo(new Actor.Product());
                            assertThat(command.facts().order())
                                    .isEqualTo(new Order.InhibitStart("OVERPRESSURE: pressure 99.0, limit 9.0"));
                        }));
    }

    private CommandId ordered(Order order, String key) {
        return ordered(order, TIME, key);
    }

    private CommandId ordered(Order order, Duration time, String key) {
        return switch (order(order, time, key)) {
            case Ordered.Entered(var command) -> command.facts().id();
            case Ordered other -> throw new AssertionError(other);
        };
    }

    private Ordered order(Order order, Duration time, String key) {
        return commands.order(lift, order, time, key, LI);
    }

    private CommandState state(CommandId id) {
        return desk.transactions()
                .call(books -> books.commands().look(id).orElseThrow().state());
    }

    private List<CommandEvent> events(CommandId id) {
        return desk.transactions().call(books -> books.commands().events(id)).stream()
                .map(Dated::event)
                .toList();
    }

    private Finding raised(String metric, String failureMode, Instant at) {
        return new Finding.Raised(lift, failureMode, Severity.CRITICAL, metric, 99, 9, at, at);
    }

    private static EquipmentModel model() {
        Names names = new Names("示例", "sample");
        return new EquipmentModel(
                "two-post-lift",
                names,
                List.of(new Metric("oil_temp", names, "°C"), new Metric("pressure", names, "bar")),
                List.of(
                        limit("oil_temp", "OVERHEATING", names, new Limit.Settable(45, 60), false),
                        limit("pressure", "OVERPRESSURE", names, null, true)));
    }

    private static Limit limit(
            String metric, String failureMode, Names names, Limit.@Nullable Settable settable, boolean inhibitStart) {
        return new Limit(
                metric,
                failureMode,
                names,
                Severity.CRITICAL,
                Limit.Side.ABOVE,
                9,
                8,
                Duration.ZERO,
                settable,
                inhibitStart);
    }

    /** Takes the commands of those who came, in memory. */
    private static final class TestLine implements DeviceLine {
        private final Set<EquipmentId> there = new HashSet<>();
        private final Set<EquipmentId> arrived = new HashSet<>();
        private final List<Command> asked = new ArrayList<>();
        private final List<Command> sent = new ArrayList<>();

        void come(EquipmentId equipment) {
            there.add(equipment);
            arrived.add(equipment);
        }

        @Override
        public CompletionStage<Handover> send(Command command) {
            asked.add(command);
            if (!there.contains(command.equipment())) {
                return CompletableFuture.completedStage(new Handover.Away());
            }
            sent.add(command);
            return CompletableFuture.completedStage(new Handover.Taken());
        }

        @Override
        public Set<EquipmentId> arrived() {
            Set<EquipmentId> now = Set.copyOf(arrived);
            arrived.clear();
            return now;
        }
    }
}
