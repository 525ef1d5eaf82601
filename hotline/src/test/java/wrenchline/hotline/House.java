package wrenchline.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.HotlineSettings;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.config.Secret;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.CallbackDesk;
import wrenchline.core.desk.ComplaintDesk;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.transition.Transition;
import wrenchline.hotline.asterisk.Standing;
import wrenchline.hotline.ledger.Affairs;
import wrenchline.hotline.ledger.HeldAffairs;
import wrenchline.hotline.ledger.Ledger;
import wrenchline.hotline.ledger.SecondWitness;
import wrenchline.store.sql.Database;
import wrenchline.testkit.FreePorts;
import wrenchline.testkit.Peer;
import wrenchline.testkit.phone.Telephones;

/** The hotline on a real Asterisk and a real database, with real telephones around it. */
final class House implements AutoCloseable {

    private static final Path CONFIG = Path.of("../config").toAbsolutePath().normalize();
    static final String NUMBER = "4008001234";
    /** The number whose telephone registers; all others are reached through the trunk. */
    static final String REGISTERED = "13700000001";

    /** A customer with two machines calls from this number. */
    static final String CUSTOMER = "13600000002";

    /** Another number of the same customer. */
    static final String OTHER_CUSTOMER = "13600000003";

    /** And another, of somebody who hangs up. */
    static final String HASTY_CUSTOMER = "13600000004";

    static final int MOST_CALLS = 24;
    static final Secret PHONE_PASSWORD = new Secret("of-the-telephones");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    private static @Nullable House shared;

    final Path folder;
    final HotlineSettings settings;
    final Database database;
    final Desk desk;
    final Telephones phones;
    final Rows rows = new Rows();
    final SteppedClock clock = new SteppedClock();
    private final Ledger watched;
    private volatile boolean closing;
    private volatile Hotline hotline;

    private House() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("house");
        int phonesPort = FreePorts.udp();
        settings = settings(folder, "127.0.0.1:" + phonesPort, started(folder));
        database = Database.open(
                new DatabaseSettings.Embedded(folder.resolve("database"), new Secret("a password of these tests")),
                Path.of("target/postgres-cache"),
                InstantSource.system());
        desk = new Desk(database.transactions(), clock, policy(), (key, language, values) -> key + values, Map.of());
        // Known for ever, and so allowed to register.
        Customer customer =
                new Customer(new CustomerId("sample"), "Sample", "Sample Road 1", "zh", List.of(REGISTERED));
        database.transactions().run(books -> {
            books.register().put(customer);
            books.register()
                    .put(new Customer(
                            new CustomerId("sample-garage-a"),
                            "Sample garage",
                            "Sample Road 2",
                            "zh",
                            List.of(CUSTOMER, OTHER_CUSTOMER, HASTY_CUSTOMER)));
            books.register().put(machine("lift-01", "101"));
            books.register().put(machine("lift-99", "199"));
        });
        hotline = Hotline.start(settings, desks());
        phones = Telephones.start(
                phonesPort, "127.0.0.1:" + settings.sipPort(), PHONE_PASSWORD.value(), List.of(REGISTERED));
        watched = new Ledger(
                folder.resolve("asterisk/log/cel-custom/cel.csv"),
                folder.resolve("watch.mark"),
                new SecondWitness(),
                new Affairs(List.of(rows), HeldAffairs.of(folder.resolve("watch")), () -> true, InstantSource.system()),
                InstantSource.system());
        watched.start();
        Thread.ofVirtual().start(this::sweep);
        until("the hotline is up", this::isUp);
    }

    /** The one for all tests of a run that break nothing in it. */
    static synchronized House open() throws IOException, InterruptedException {
        House open = shared;
        if (open == null) {
            open = new House();
            Runtime.getRuntime().addShutdownHook(new Thread(open::close));
            shared = open;
        }
        return open;
    }

    /** One whose parts the caller may break. */
    static House own() throws IOException, InterruptedException {
        return new House();
    }

    /** A telephone number that nobody used in this run. */
    static String freshNumber() {
        return "139" + String.format("%08d", NUMBERS.incrementAndGet());
    }

    /** From now on the members of staff have these numbers, the first to be called first. */
    void onDuty(String... numbers) {
        database.transactions().run(books -> books.rosters().replace(roster(numbers)));
    }

    /** Reads something in a transaction. */
    <T> T in(Function<Books, T> work) {
        return database.transactions().call(work);
    }

    Hotline hotline() {
        return hotline;
    }

    /** The product stops; Asterisk too when it was started by it. */
    void stopProduct() {
        hotline.close();
    }

    /** The product goes away as if killed, and Asterisk goes on by itself. */
    void abandon() throws InterruptedException {
        hotline.abandon();
    }

    void startProduct() throws InterruptedException {
        hotline = Hotline.start(settings, desks());
        until("the hotline is up", () -> hotline.standing() instanceof Standing.Up);
    }

    /** Takes the orders, as the hotline does, and hands out those to ring {@code number}. */
    List<PhoneOrder.RingStaff> rings(String number) {
        return in(books -> books.phoneOrders().take(100, desk.clock().instant())).stream()
                .filter(PhoneOrder.RingStaff.class::isInstance)
                .map(PhoneOrder.RingStaff.class::cast)
                .filter(order -> order.staff().phone().equals(number))
                .toList();
    }

    boolean isUp() {
        return hotline.standing() instanceof Standing.Up;
    }

    void killAsterisk() throws IOException {
        long pid = Long.parseLong(
                Files.readString(folder.resolve("asterisk/ctl/asterisk.pid")).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Asterisk drops everybody from its manager interface. */
    void cutManagerConnections() {
        for (String line : command("manager show connected").lines().toList()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].startsWith(settings.amiUser())) {
                command("manager kick session " + words[4]);
            }
        }
    }

    /** The rows of a channel in the file that Asterisk writes. */
    List<String> written(String channel) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("asterisk/log/cel-custom/cel.csv"))) {
            return lines.filter(line -> line.split("\",\"", 5)[3].equals(channel))
                    // That is of all channels together.
                    .filter(line -> !line.startsWith("\"LINKEDID_END\""))
                    .toList();
        }
    }

    /** What Asterisk answers at its own console. */
    String command(String command) {
        try {
            return ask(command);
        } catch (IOException e) {
            throw new UncheckedIOException("asking Asterisk for " + command, e);
        }
    }

    private String ask(String command) throws IOException {
        Process client = new ProcessBuilder(
                        Peer.root("asterisk").resolve("bin/asterisk").toString(),
                        "-C",
                        folder.resolve("asterisk/etc/asterisk.conf").toString(),
                        "-rx",
                        command)
                .start();
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Another product, on a machine on which there is no Asterisk. */
    Hotline startWithout(String reason) {
        HotlineSettings without = settings(folder, settings.trunk(), new AsteriskSettings.Missing(reason));
        return Hotline.start(without, desks());
    }

    /** Waits for a condition; looks often. */
    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("waited in vain until " + what);
            }
            Thread.sleep(30);
        }
    }

    private Hotline.Desks desks() {
        return new Hotline.Desks(
                database.transactions(),
                database.calls(),
                new CallDesk(desk)::report,
                new CallbackDesk(desk)::tell,
                true,
                database.clock(),
                (ticket, event) -> new TicketDesk(desk)
                        .tell(ticket, event)
                        .filter(Transition.Moved.class::isInstance)
                        .isPresent(),
                new ComplaintDesk(desk)::take,
                clock);
    }

    /** Kills a process of the database server with -9: it drops all connections and recovers. */
    void crashDatabase() throws IOException {
        Path file = folder.resolve("database");
        try (var files = Files.walk(file)) {
            Path pid = files.filter(one -> one.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .orElseThrow();
            postmaster
                    .children()
                    .max(Comparator.comparingLong(ProcessHandle::pid))
                    .orElseThrow()
                    .destroyForcibly();
        }
    }

    boolean databaseAnswers() {
        try {
            return database.calls().newest(1) != null;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private void sweep() {
        Sweep sweep = new Sweep(desk);
        try {
            while (!closing) {
                try {
                    sweep.callbacks();
                } catch (RuntimeException away) {
                    LOG.info("the database is away: {}", away.getMessage());
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException closed) {
            return;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            hotline.close();
            watched.close();
            phones.close();
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing the house", e);
        }
    }

    private static AsteriskSettings started(Path folder) {
        int rtpFirst = FreePorts.range(600);
        return new AsteriskSettings.Started(
                Peer.root("asterisk"),
                CONFIG.resolve("asterisk"),
                folder.resolve("asterisk"),
                PHONE_PASSWORD,
                rtpFirst,
                rtpFirst + 599);
    }

    private static HotlineSettings settings(Path folder, String trunk, AsteriskSettings asterisk) {
        return new HotlineSettings(
                NUMBER,
                "127.0.0.1",
                FreePorts.udp(),
                trunk,
                asterisk,
                "127.0.0.1",
                FreePorts.tcp(),
                "127.0.0.1",
                FreePorts.tcp(),
                "wrenchline",
                new Secret("of-the-manager"),
                folder.resolve("recordings"),
                CONFIG.resolve("prompts"),
                Duration.ofSeconds(60),
                new HotlineSettings.Bounds(MOST_CALLS, 12, 120));
    }

    private static Policy policy() {
        Clause clause = new Clause("hotline-callback-30min", PromiseKind.CALLBACK, Duration.ofMinutes(30), "30分钟内响应");
        return new Policy(
                "test",
                List.of(new Policy.Rule(clause, Set.of(Policy.Source.CALL), Set.of(Severity.values()))),
                new Policy.CallbackRules(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(12),
                        List.of(Duration.ofSeconds(1)),
                        List.of(
                                new Rung(Duration.ZERO, Rung.Target.FIRST_ENGINEER),
                                new Rung(Duration.ofSeconds(1), Rung.Target.SECOND_ENGINEER))));
    }

    private static Equipment machine(String id, String phoneCode) {
        LocalDate accepted = LocalDate.of(2026, 1, 5);
        return Equipment.reporting(
                new EquipmentId(id),
                phoneCode,
                new Names(id, id),
                "two-post-lift",
                "SAMPLE-" + id,
                new CustomerId("sample-garage-a"),
                "Sample hall",
                new Warranty(accepted, accepted, Period.ofMonths(36)));
    }

    private static Roster roster(String... numbers) {
        List<StaffMember> staff = new ArrayList<>();
        for (int index = 0; index < numbers.length; index++) {
            staff.add(new StaffMember(
                    // Tests run beside each other, and nobody can be on two lines at once.
                    new StaffId("engineer-" + numbers[index]),
                    "Engineer " + index,
                    StaffMember.Role.ENGINEER,
                    numbers[index],
                    "zh"));
        }
        List<StaffId> order = staff.stream().map(StaffMember::id).toList();
        Shift always = new Shift("always", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, order);
        return new Roster(ZoneId.of("Asia/Shanghai"), staff, List.of(always));
    }
}
