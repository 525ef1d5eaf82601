package wrenchline.dashboard.memory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import wrenchline.config.ConfigFiles;
import wrenchline.config.Texts;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.Order;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.Changes;
import wrenchline.core.desk.CommandDesk;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.DeviceDesk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.Ordered;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.desk.Transactions;
import wrenchline.core.detection.Finding;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.duty.Absence;
import wrenchline.core.duty.Certificate;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rotation;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
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
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.notice.TicketLinks;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Sequence;
import wrenchline.core.reading.Standing;
import wrenchline.core.reading.Taken;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.webhook.Webhooks;
import wrenchline.dashboard.http.Health;
import wrenchline.dashboard.http.Ports;
import wrenchline.dashboard.http.Pushes;

/** A small site with sample machines, staff and policy, all invented. */
public final class SampleSite {

    public static final EquipmentId LIFT = new EquipmentId("sample-lift-1");
    /** Links lead to the page wherever it is. */
    public static final TicketLinks LINKS =
            new TicketLinks("http://page", "sample".getBytes(StandardCharsets.UTF_8), Duration.ofHours(12));

    /** What providers posted. */
    public final SampleInbox received = new SampleInbox();

    public static final EquipmentId COMPRESSOR = new EquipmentId("sample-compressor-1");
    public static final String FIRST_ENGINEER = "13800000001";
    private static final Texts TEXTS = Texts.read(Path.of("../config/texts"));

    public final InstantSource clock;
    public final Transactions transactions;
    public final Calls calls;
    public final Holds quarantine;
    public final Ledger ledger;
    public final Devices devices;
    public final Readings readings;
    public final Changes changes;
    public final AccessBooks access;
    public final Webhooks webhooks;
    public final Desk desk;
    private final MemoryOutlooks outlooks = new MemoryOutlooks();
    public final Path data;

    /** The site over whatever keeps it. */
    public SampleSite(
            InstantSource clock,
            Path data,
            Transactions transactions,
            Calls calls,
            Holds quarantine,
            Ledger ledger,
            Devices devices,
            Readings readings,
            Changes changes,
            AccessBooks access,
            Webhooks webhooks) {
        this.clock = clock;
        this.data = data;
        this.transactions = transactions;
        this.calls = calls;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.devices = devices;
        this.readings = readings;
        this.changes = changes;
        this.access = access;
        this.webhooks = webhooks;
        Map<String, EquipmentModel> models = new LinkedHashMap<>();
        models.put("two-post-lift", lift());
        models.put("screw-compressor", compressor());
        this.desk = new Desk(transactions, clock, policy(), SampleSite::wording, models, LINKS);
        register();
    }

    /** The site in memory. */
    public static SampleSite inMemory(InstantSource clock, Path data) {
        MemoryChanges changes = new MemoryChanges();
        MemoryTelemetry telemetry = new MemoryTelemetry();
        MemoryBooks books = new MemoryBooks(changes);
        return new SampleSite(
                clock,
                data,
                books,
                new MemoryCalls(changes),
                new MemoryHolds(books),
                new MemoryLedger(),
                telemetry,
                telemetry,
                changes,
                new MemoryAccess().books(),
                new MemoryWebhooks());
    }

    public Ports ports(Health health) {
        return new Ports(
                desk,
                new DeviceDesk(desk, new PaperAuthority()),
                calls,
                quarantine,
                ledger,
                devices,
                outlooks,
                readings,
                changes,
                access,
                webhooks,
                health,
                new Pushes(List.of(new SamplePush()), received),
                data,
                new ConfigFiles(Path.of("../config/policy.yaml"), Path.of("../config/models")));
    }

    public Desk desk() {
        return desk;
    }

    /** What is known of a ticket. */
    public Ticket ticket(TicketId id) {
        return transactions
                .call(books -> books.tickets().look(id))
                .orElseThrow()
                .facts();
    }

    /** The oldest order that the telephone system has not taken. */
    public Optional<PhoneOrder.OfCallback> nextOrder() {
        return transactions.call(books -> books.phoneOrders().take(1, clock.instant()).stream()
                .flatMap(order -> order instanceof PhoneOrder.OfCallback one ? Stream.of(one) : Stream.of())
                .findFirst());
    }

    /** Keeps one reading of the first lift. */
    public void oilTemperature(Instant at, long seq, double value) {
        Reading reading = new Reading(LIFT, at, at, seq, Map.of("oil_temp", value, "pressure", 148.0));
        readings.keep(List.of(new Taken(seq, reading)));
        devices.heard(LIFT, at);
    }

    /** A message of {@code machine} comes into quarantine. */
    public UUID hold(Quarantined message, String machine) {
        if (quarantine instanceof MemoryHolds memory) {
            memory.keep(message, machine, Quarantined.LIVE);
        } else {
            quarantine.keep(message);
        }
        return message.id();
    }

    /** {@code readings} of the first lift came in. */
    public void books(long readings, Sequence sequence, Duration clockOffset) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Ledger.Count count = new Ledger.Count(LIFT.value(), day, readings, readings, 0, 0, 2);
        Standing standing = new Standing(LIFT, now, sequence, clockOffset);
        ledger.enter(new Ledger.Page(1, List.of(count), List.of(standing), List.of(), List.of()));
    }

    /** A machine that nobody knows waits for approval. */
    public void listUnknown(String id) {
        DeviceAccount account = new DeviceAccount(new EquipmentId(id), clock.instant());
        transactions.run(books -> books.accounts().open(account, new AccountState.Pending(), clock.instant()));
    }

    /** The first lift gets too hot: a ticket with promises and a message. */
    public void overheat(double value) {
        Instant now = clock.instant();
        new TelemetryDesk(desk)
                .on(new Finding.Raised(
                        LIFT, "OVERHEATING", Severity.MAJOR, "oil_temp", value, 70, now.minusSeconds(30), now));
    }

    /** The compressor behaves unlike itself. */
    public void foresee() {
        new SampleForesight(COMPRESSOR, clock.instant()).enter(desk, outlooks);
    }

    /** Somebody tells the first lift to do something. */
    public CommandId order(Order order) {
        var ordered = new CommandDesk(desk).order(LIFT, order, Duration.ofMinutes(10), "", new Actor.Operator("示例调度员"));
        return switch (ordered) {
            case Ordered.Entered(var command) -> command.facts().id();
            case Ordered other -> throw new IllegalStateException(other.toString());
        };
    }

    /** Somebody calls and reports a fault. */
    public void call(String id, String number, String equipmentCode, Duration ago) {
        Instant began = clock.instant().minus(ago);
        CallId call = new CallId(id);
        calls.began(call, number, "4008001234", began);
        calls.note(call, new CallNote.NumberConfirmed(number));
        calls.note(call, new CallNote.EquipmentNamed(equipmentCode));
        CallDesk.Taken taken =
                new CallDesk(desk).report(new CallDesk.Report(call, number, "zh", equipmentCode, Concern.FAULT, began));
        calls.note(call, new CallNote.TicketNamed(taken.ticket().value()));
        calls.note(call, new CallNote.Reached("GOODBYE"));
        calls.ended(call, Call.Outcome.TICKET, began.plusSeconds(70));
    }

    /** The newest callback was made, confirmed and proved. */
    public void calledBack(Duration ago) {
        Instant began = clock.instant().minus(ago);
        transactions.run(books -> books.callbacks()
                .newest(1)
                .forEach(callback -> new SampleProof(books, callback.facts(), began).keep()));
    }

    /** Reads the clocks and hands the messages over. */
    public void sweep() {
        Sweep sweep = new Sweep(desk);
        sweep.promises();
        sweep.callbacks();
        sweep.complaints();
        new NoticeDesk(desk, new Providers(List.of(new SampleMessenger())), SendingRules.USUAL, Runnable::run)
                .submitDue();
    }

    private static EquipmentModel lift() {
        return new EquipmentModel(
                "two-post-lift",
                new Names("双柱举升机", "Two-post lift"),
                List.of(
                        new Metric("oil_temp", new Names("油温", "Oil temperature"), "°C"),
                        new Metric("pressure", new Names("油压", "Oil pressure"), "bar"),
                        new Metric("motor_current", new Names("电机电流", "Motor current"), "A"),
                        new Metric("height_difference", new Names("左右高差", "Height difference"), "mm")),
                List.of(
                        limit("oil_temp", "OVERHEATING", "油温过高", "Oil too hot", 70, 62),
                        limit("height_difference", "UNSYNCHRONISED", "两柱不同步", "Posts out of step", 25, 15)));
    }

    private static EquipmentModel compressor() {
        return new EquipmentModel(
                "screw-compressor",
                new Names("螺杆空压机", "Screw compressor"),
                List.of(
                        new Metric("discharge_temp", new Names("排气温度", "Discharge temperature"), "°C"),
                        new Metric("pressure", new Names("排气压力", "Discharge pressure"), "bar"),
                        new Metric("vibration", new Names("振动", "Vibration"), "mm/s")),
                List.of(limit("discharge_temp", "OVERHEATING", "排气温度过高", "Discharge too hot", 105, 98)),
                SampleForesight.WATCHED);
    }

    private static Limit limit(String metric, String mode, String zh, String en, double raise, double clear) {
        return new Limit(
                metric,
                mode,
                new Names(zh, en),
                Severity.MAJOR,
                Limit.Side.ABOVE,
                raise,
                clear,
                Duration.ofSeconds(30),
                new Limit.Settable(clear, raise + 5),
                false);
    }

    private static Policy policy() {
        Set<Policy.Source> both = Set.of(Policy.Source.CALL, Policy.Source.TELEMETRY);
        Set<Severity> all = Set.of(Severity.values());
        return new Policy(
                "sample-1",
                List.of(
                        rule(
                                "hotline-callback-30min",
                                PromiseKind.CALLBACK,
                                Duration.ofMinutes(30),
                                "售后服务热线,30分钟内响应并给予最佳技术支持",
                                Set.of(Policy.Source.CALL),
                                all),
                        rule("response-2h", PromiseKind.RESPONSE, Duration.ofHours(2), "在收到用户报修后,两小时内响应", both, all),
                        rule(
                                "on-site-12h",
                                PromiseKind.ON_SITE,
                                Duration.ofHours(12),
                                "专业技术团队将在12小时内抵达现场进行处理",
                                both,
                                all)),
                new Policy.CallbackRules(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(25),
                        List.of(Duration.ofMinutes(1), Duration.ofMinutes(3)),
                        List.of(
                                new Rung(Duration.ZERO, Rung.Target.FIRST_ENGINEER),
                                new Rung(Duration.ofMinutes(3), Rung.Target.SECOND_ENGINEER),
                                new Rung(Duration.ofMinutes(8), Rung.Target.SUPERVISOR),
                                new Rung(Duration.ofMinutes(15), Rung.Target.EVERYBODY))));
    }

    private static Policy.Rule rule(
            String id,
            PromiseKind kind,
            Duration within,
            String text,
            Set<Policy.Source> sources,
            Set<Severity> severities) {
        return new Policy.Rule(new Clause(id, kind, within, text), sources, severities);
    }

    private static String wording(String key, String language, Map<String, String> values) {
        if (!key.contains("sms.") && !key.contains("reply.")) {
            return TEXTS.text(key, language, values);
        }
        List<String> said = new ArrayList<>();
        values.forEach((name, value) -> said.add(name + " " + value));
        return "【" + key + "】" + String.join(",", said.stream().sorted().toList());
    }

    private void register() {
        transactions.run(all -> {
            all.register()
                    .put(new Customer(
                            new CustomerId("sample-garage-a"), "示例汽修一厂", "示例路1号", "zh", List.of("13900000001")));
            all.register()
                    .put(new Customer(
                            new CustomerId("sample-fleet-b"), "示例车队维修站", "示例路2号", "zh", List.of("13900000002")));
            for (int number = 1; number <= 4; number++) {
                all.register()
                        .put(machine(
                                "sample-lift-" + number,
                                "10" + number,
                                number + "号双柱举升机",
                                "Two-post lift " + number,
                                "two-post-lift",
                                number));
            }
            for (int number = 1; number <= 2; number++) {
                all.register()
                        .put(machine(
                                "sample-compressor-" + number,
                                "20" + number,
                                number + "号螺杆空压机",
                                "Screw compressor " + number,
                                "screw-compressor",
                                number));
            }
            all.rosters().replace(roster());
        });
    }

    private static Equipment machine(String id, String code, String zh, String en, String model, int number) {
        LocalDate accepted = LocalDate.of(2025, number, 10);
        return Equipment.reporting(
                new EquipmentId(id),
                code,
                new Names(zh, en),
                model,
                "SAMPLE-" + code,
                new CustomerId(number % 2 == 0 ? "sample-fleet-b" : "sample-garage-a"),
                "示例" + number + "号工位",
                new Warranty(accepted, accepted.plusDays(3), Period.ofYears(3)));
    }

    private static Roster roster() {
        StaffId first = new StaffId("e1");
        StaffId second = new StaffId("e2");
        return new Roster(
                ZoneId.of("Asia/Shanghai"),
                List.of(
                        new StaffMember(
                                first,
                                "示例工程师甲",
                                StaffMember.Role.ENGINEER,
                                FIRST_ENGINEER,
                                "zh",
                                List.of("示例城区"),
                                List.of("two-post-lift"),
                                List.of(new Certificate("示例特种设备证", "two-post-lift", LocalDate.of(2026, 1, 20)))),
                        new StaffMember(second, "Sample engineer B", StaffMember.Role.ENGINEER, "13800000002", "en"),
                        new StaffMember(new StaffId("s1"), "示例主管", StaffMember.Role.SUPERVISOR, "13800000008", "zh")),
                List.of(new Shift(
                        "全天",
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT,
                        List.of(first, second),
                        null,
                        null,
                        new Rotation(LocalDate.of(2026, 1, 5), 3))),
                new Roster.Exceptions(
                        Set.of(),
                        List.of(new Absence(
                                second,
                                Instant.parse("2026-01-06T00:00:00Z"),
                                Instant.parse("2026-01-06T09:00:00Z"),
                                "示例培训")),
                        List.of(),
                        List.of()));
    }
}
