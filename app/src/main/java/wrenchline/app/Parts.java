package wrenchline.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import wrenchline.config.BrokerSettings;
import wrenchline.config.ConfigFiles;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.config.RegisterMap;
import wrenchline.config.Settings;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.CallbackDesk;
import wrenchline.core.desk.CommandDelivery;
import wrenchline.core.desk.CommandDesk;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.DeviceDesk;
import wrenchline.core.desk.SilenceDesk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.desk.Watch;
import wrenchline.core.detection.Ageing;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.Diagnosis;
import wrenchline.core.detection.MachineDetector;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.reading.Readings;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.http.DashboardServer;
import wrenchline.dashboard.http.Health;
import wrenchline.dashboard.http.Metrics;
import wrenchline.dashboard.http.Ports;
import wrenchline.dashboard.http.Pushes;
import wrenchline.gateway.command.BrokerLine;
import wrenchline.gateway.command.EndpointLine;
import wrenchline.gateway.command.Lines;
import wrenchline.gateway.command.SparkplugLine;
import wrenchline.gateway.detecting.ModelDetectors;
import wrenchline.gateway.identity.Directory;
import wrenchline.gateway.identity.Door;
import wrenchline.gateway.identity.Guard;
import wrenchline.gateway.identity.OwnAuthority;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.IngestSettings;
import wrenchline.gateway.ingest.RetainedCopies;
import wrenchline.gateway.ingest.Stores;
import wrenchline.gateway.intake.Disk;
import wrenchline.gateway.modbus.ModbusPolling;
import wrenchline.gateway.mqtt.BrokerClient;
import wrenchline.gateway.mqtt.MqttEndpoint;
import wrenchline.gateway.mqtt.hub.RetainedLog;
import wrenchline.gateway.payload.PayloadDecoder;
import wrenchline.gateway.quota.Meters;
import wrenchline.gateway.replay.Replaying;
import wrenchline.gateway.sparkplug.HostAtHome;
import wrenchline.gateway.sparkplug.HostState;
import wrenchline.gateway.sparkplug.SparkplugHost;
import wrenchline.hotline.Hotline;
import wrenchline.hotline.asterisk.Standing;
import wrenchline.store.sql.Database;

/**
 * Wires the parts together.
 *
 * @param shown the history for those who look at it
 * @param registers what is read by Modbus, by equipment model
 * @param ageing with {@code diagnosis}, how parts age and components are, by models that were trained
 * @param keep remembers a part, so that it is stopped at the end
 */
record Parts(
        Settings settings,
        Database database,
        Readings readings,
        PromptReadings shown,
        Desk desk,
        Map<String, RegisterMap> registers,
        Ageing.Maker ageing,
        Diagnosis.Maker diagnosis,
        ConfigFiles config,
        OwnAuthority authority,
        Vertx vertx,
        ShortMessages messages,
        HealthBoard health,
        Console console,
        List<Metrics.Source> metrics,
        Consumer<AutoCloseable> keep) {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private static final int MOST_BATCHES = 20;
    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final Duration SILENCE_SWEEP = Duration.ofSeconds(10);
    private static final Duration ACCOUNTS = Duration.ofMillis(250);
    private static final Duration REGISTER = Duration.ofSeconds(5);
    private static final Duration COMMANDS = Duration.ofMillis(250);
    private static final Duration REPLAYS = Duration.ofMillis(250);
    private static final Duration BOOT = Duration.ofSeconds(4);
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration SIGN_IN = Duration.ofMinutes(15);

    /** Takes telemetry; returns the MQTT port. */
    int startGateway() {
        console.step("MQTT on " + settings.mqtt().host() + ":" + settings.mqtt().port());
        PayloadDecoder decoder = new PayloadDecoder(settings.mqtt().maxPayloadBytes());
        Ingest ingest = new Ingest(
                decoder,
                new Stores(
                        readings,
                        database.devices(),
                        database.quarantine(),
                        database.ledger(),
                        database.detectorStates(),
                        database.fittings()),
                equipment -> desk.transactions()
                        .call(books -> new ModelDetectors(books.register(), desk.models(), this::detector)
                                .watching(equipment)),
                new TelemetryFindings(new TelemetryDesk(desk), new CommandDesk(desk)),
                IngestSettings.usual(
                        settings.intake().folder(),
                        settings.intake().spoolBytes(),
                        settings.quotas(),
                        settings.intake().clockAhead()),
                Disk.REAL,
                desk.clock());
        keep.accept(ingest);
        shown.filledBy(ingest);
        // What was acknowledged before the last end is there when the first asks for it.
        ingest.awaitStored(CATCHING_UP);
        health.add("intake", () -> IntakeHealth.of(ingest));
        RegisteredMachines registered = new RegisteredMachines(desk.transactions());
        keep.accept(registered);
        DetectorMemory memory = DetectorMemory.ofThisProcess();
        console.step("memory: " + memory);
        health.add(DetectorMemory.NAME, () -> memory.with(registered.count()));
        Languages languages = new Languages(settings, ingest, database.devices(), registered, desk.clock(), keep);
        List<DeviceLine> lines = new ArrayList<>();
        List<SparkplugHost> hosts = new ArrayList<>(List.of(languages.sparkplugHost()));
        Meters meters = new Meters(settings.quotas(), desk.clock());
        keep.accept(Repeating.start(
                "machines over their quota", SWEEP, () -> database.devices().note(meters.excesses())));
        int port = startEndpoint(languages, hosts.getFirst(), ingest, meters, lines);
        health.add("mqtt", () -> Health.Part.up("mqtt", true));
        BrokerLine brokers = new BrokerLine(ingest, ingest, meters);
        lines.add(brokers);
        RetainedCopies retained = new RetainedCopies(brokers, ingest, decoder, readings);
        for (BrokerSettings broker : settings.brokers()) {
            console.step("MQTT broker " + broker.url());
            int longest = settings.mqtt().maxPayloadBytes();
            start(broker.url(), new BrokerClient(broker, longest, brokers, retained, desk.clock()));
            if (broker.sparkplug()) {
                SparkplugHost host = languages.sparkplugHost();
                hosts.add(host);
                start("sparkplug " + broker.url(), BrokerClient.of(broker, longest, host, desk.clock()));
            }
        }
        Replaying replaying = new Replaying(
                desk.transactions(), database.quarantine(), languages.all(hosts.getFirst()), ingest::hasCaughtUp);
        keep.accept(Repeating.start("replay of quarantined messages", REPLAYS, replaying::look));
        lines.add(new SparkplugLine(hosts));
        startPolling(ingest);
        CommandDelivery delivery = new CommandDelivery(desk, new Lines(lines));
        keep.accept(Repeating.start("delivery of commands", COMMANDS, delivery::deliverDue));
        return port;
    }

    private Detector detector(EquipmentModel model) {
        return new MachineDetector(model, WatchedNormality::new, LimitTrend::new, ageing, diagnosis);
    }

    private void startPolling(Ingest ingest) {
        ModbusPolling polling = new ModbusPolling(ingest, desk.clock());
        keep.accept(polling);
        PolledMachines machines = new PolledMachines(desk.transactions(), registers, polling);
        keep.accept(Repeating.start("machines to be polled", REGISTER, machines::look));
        health.add("modbus", machines::health);
        metrics.add(machines);
    }

    private void start(String name, BrokerClient client) {
        keep.accept(client);
        client.start();
        health.add(
                name,
                () -> client.trouble()
                        .map(reason -> Health.Part.down(name, false, reason))
                        .orElseGet(() -> Health.Part.up(name, false)));
    }

    private int startEndpoint(
            Languages languages, SparkplugHost host, Ingest ingest, Meters meters, List<DeviceLine> lines) {
        Directory directory = new Directory(database.accountNews());
        Door door = new Door(
                settings.mqtt(),
                directory,
                (equipment, digest) -> devices().tell(equipment, new AccountEvent.Used(digest)),
                desk.clock());
        keep.accept(door);
        HostState state = host.state();
        Guard guard = new Guard(languages.all(new HostAtHome(host, state)), ingest);
        RetainedLog retained =
                RetainedLog.open(settings.intake().folder().resolveSibling("retained"), Disk.REAL, desk.clock());
        keep.accept(retained);
        MqttEndpoint endpoint =
                new MqttEndpoint(vertx, settings.mqtt(), door, guard::inlet, meters, retained, desk.clock());
        keep.accept(endpoint);
        announce(host, state, endpoint);
        lines.add(new EndpointLine(endpoint));
        int port = endpoint.start();
        TlsDoor tls = new TlsDoor(endpoint, authority, health, desk.clock());
        keep.accept(Repeating.start("MQTT with TLS", SWEEP, tls::look));
        keep.accept(Repeating.start("device accounts", ACCOUNTS, () -> {
            if (directory.refresh()) {
                endpoint.review();
            }
        }));
        metrics.add(new GatewayMetrics(ingest, endpoint, door, guard, meters));
        return port;
    }

    /** Nodes that wait for their host find it there as soon as they can connect. */
    private void announce(SparkplugHost host, HostState state, MqttEndpoint endpoint) {
        endpoint.publisher().publish(state.topic(), state.birth(), 1, true);
        keep.accept(() -> endpoint.publisher().publish(state.topic(), host.farewell(), 1, true));
    }

    private DeviceDesk devices() {
        return new DeviceDesk(desk, authority);
    }

    /** Takes and makes calls. */
    void startHotline() {
        console.step("hotline on SIP " + settings.hotline().sipHost() + ":"
                + settings.hotline().sipPort());
        CallDesk calls = new CallDesk(desk);
        CallbackDesk callbacks = new CallbackDesk(desk);
        Hotline hotline = Hotline.start(
                settings.hotline(),
                new Hotline.Desks(
                        desk.transactions(),
                        database.calls(),
                        calls::report,
                        callbacks::tell,
                        desk.policy().callback().survey(),
                        database.clock(),
                        this::take,
                        desk.clock()));
        keep.accept(hotline);
        awaitBoot(hotline);
        health.add("hotline", () -> switch (hotline.standing()) {
            case Standing.Up() -> Health.Part.up("hotline", false);
            case Standing.Down(String reason) -> Health.Part.down("hotline", false, reason);
        });
        health.add("call-log", () -> callLog(hotline));
    }

    private static Health.Part callLog(Hotline hotline) {
        int held = hotline.held().size();
        return held == 0
                ? Health.Part.up("call-log", false)
                : Health.Part.down(
                        "call-log",
                        false,
                        held + " calls or attempts cannot be entered in the books; see ./wrenchline calls held");
    }

    private boolean take(TicketId ticket, TicketEvent event) {
        return new TicketDesk(desk)
                .tell(ticket, event)
                .filter(Transition.Moved.class::isInstance)
                .isPresent();
    }

    /** Gives an Asterisk that is being started a moment, so that the console tells how it came out. */
    private void awaitBoot(Hotline hotline) {
        if (!(settings.hotline().asterisk() instanceof AsteriskSettings.Started)) {
            return;
        }
        long end = System.nanoTime() + BOOT.toNanos();
        while (hotline.standing() instanceof Standing.Down && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** As long as more can be due than one transaction takes. */
    private static void all(IntSupplier sweep) {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (sweep.getAsInt() < Sweep.BATCH) {
                return;
            }
        }
    }

    /** Reads the clocks and sends the messages. */
    void startDesk() {
        Sweep sweep = new Sweep(desk);
        keep.accept(Anchoring.start(database.anchors(), settings.data(), desk.clock()));
        keep.accept(Repeating.start("sweep of callbacks", SWEEP, () -> all(sweep::callbacks)));
        keep.accept(Repeating.start("sweep of promises", SWEEP, sweep::promises));
        messages.start(health);
        keep.accept(RecordingSweep.start(
                database.recordings(), settings.data(), desk.policy().keepRecordings(), desk.clock()));
        keep.accept(Repeating.start("sweep of escalations", SWEEP, sweep::escalations));
        Watch watch = new Watch(desk);
        keep.accept(Repeating.start("watch over the desk", WATCH, watch::look));
        health.add(
                "desk",
                () -> watch.trouble()
                        .map(trouble -> Health.Part.down(
                                "desk",
                                false,
                                trouble.kind() + " since " + trouble.since() + ", ticket " + trouble.ticket()))
                        .orElseGet(() -> Health.Part.up("desk", false)));
        keep.accept(Repeating.start(
                "silent machines",
                SILENCE_SWEEP,
                () -> database.devices()
                        .noteSilent(desk.clock().instant().minus(settings.mqtt().silence()))));
        SilenceDesk silence = new SilenceDesk(desk, database.devices(), new TelemetryDesk(desk));
        keep.accept(Repeating.start("machines that should report", SILENCE_SWEEP, silence::sweep));
        keep.accept(Repeating.start("list of unknown machines", SWEEP, devices()::listUnknown));
    }

    /** Serves the API and the page; returns the port. */
    int startDashboard() {
        console.step("HTTP on " + settings.http().host() + ":" + settings.http().port());
        SignInCodes codes = new SignInCodes(desk.clock(), SIGN_IN);
        Ports ports = new Ports(
                desk,
                devices(),
                database.calls(),
                database.quarantine(),
                database.ledger(),
                database.devices(),
                database.detectorStates(),
                shown,
                database.changes(),
                database.access(),
                database.webhooks(),
                health,
                new Pushes(messages.pushes(), messages.inbox()),
                settings.data(),
                config);
        DashboardServer server = DashboardServer.start(vertx, settings.http(), ports, codes, metrics);
        keep.accept(server);
        String page = "http://" + settings.http().host() + ":" + server.port();
        console.line("");
        console.line("Page     " + codes.link(page) + "   (signs in once, within 15 minutes)");
        server.firstAccount()
                .ifPresent(password -> console.line("Account  admin, password " + password
                        + "   (told only now; more by ./wrenchline account add)"));
        return server.port();
    }

    /** Tells the addresses. */
    void tell(Set<Role> roles, int httpPort, int mqttPort, Path access) {
        if (roles.contains(Role.DASHBOARD)) {
            console.line("API      http://" + settings.http().host() + ":" + httpPort + "/api/v1/openapi.json");
        }
        if (roles.contains(Role.GATEWAY)) {
            console.line("MQTT     " + settings.mqtt().host() + ":" + mqttPort + ", user "
                    + settings.mqtt().username());
        }
        for (Health.Part part : health.parts()) {
            if (part.name().equals("hotline")) {
                console.line(
                        part.state() == Health.State.DOWN
                                ? "Hotline  is down: " + part.reason()
                                : "Hotline  " + settings.hotline().number() + " by SIP on "
                                        + settings.hotline().sipHost() + ":"
                                        + settings.hotline().sipPort());
            }
        }
        console.line("Secrets  " + access);
        console.line("Ctrl-C stops everything.");
        console.line("");
    }
}
