package wrenchline.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wrenchline.config.BrokerSettings;
import wrenchline.config.RegisterMap;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.desk.CommandDelivery;
import wrenchline.core.desk.CommandDesk;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.detection.Ageing;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.Diagnosis;
import wrenchline.core.detection.MachineDetector;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.dashboard.http.Health;
import wrenchline.gateway.command.BrokerLine;
import wrenchline.gateway.command.EndpointLine;
import wrenchline.gateway.command.Lines;
import wrenchline.gateway.command.SparkplugLine;
import wrenchline.gateway.detecting.ModelDetectors;
import wrenchline.gateway.identity.Directory;
import wrenchline.gateway.identity.Door;
import wrenchline.gateway.identity.Guard;
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

/**
 * Takes telemetry: by the endpoint, from brokers, and from controllers that are asked.
 *
 * @param registers what is read by Modbus, by equipment model
 * @param ageing with {@code diagnosis}, how parts age and components are, by models that were trained
 */
record GatewayRole(Parts parts, Map<String, RegisterMap> registers, Ageing.Maker ageing, Diagnosis.Maker diagnosis) {

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration ACCOUNTS = Duration.ofMillis(250);
    private static final Duration REGISTER = Duration.ofSeconds(5);
    private static final Duration COMMANDS = Duration.ofMillis(250);
    private static final Duration REPLAYS = Duration.ofMillis(250);
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);

    /** Returns the MQTT port. */
    int start() {
        parts.console()
                .step("MQTT on " + parts.settings().mqtt().host() + ":"
                        + parts.settings().mqtt().port());
        PayloadDecoder decoder = new PayloadDecoder(parts.settings().mqtt().maxPayloadBytes());
        Ingest ingest = new Ingest(
                decoder,
                new Stores(
                        parts.readings(),
                        parts.database().devices(),
                        parts.database().quarantine(),
                        parts.database().ledger(),
                        parts.database().detectorStates(),
                        parts.database().fittings()),
                equipment -> parts.desk()
                        .transactions()
                        .call(books -> new ModelDetectors(
                                        books.register(), parts.desk().models(), this::detector)
                                .watching(equipment)),
                new TelemetryFindings(new TelemetryDesk(parts.desk()), new CommandDesk(parts.desk())),
                IngestSettings.usual(
                        parts.settings().intake().folder(),
                        parts.settings().intake().spoolBytes(),
                        parts.settings().quotas(),
                        parts.settings().intake().clockAhead()),
                Disk.REAL,
                parts.clock());
        parts.keep(ingest);
        parts.shown().filledBy(ingest);
        // What was acknowledged before the last end is there when the first asks for it.
        ingest.awaitStored(CATCHING_UP);
        parts.health().add("intake", () -> IntakeHealth.of(ingest));
        RegisteredMachines registered = new RegisteredMachines(parts.desk().transactions());
        parts.keep(registered);
        DetectorMemory memory = DetectorMemory.ofThisProcess();
        parts.console().step("memory: " + memory);
        parts.health().add(DetectorMemory.NAME, () -> memory.with(registered.count()));
        Languages languages = new Languages(
                parts.settings(), ingest, parts.database().devices(), registered, parts.clock(), parts.keeper());
        List<DeviceLine> lines = new ArrayList<>();
        List<SparkplugHost> hosts = new ArrayList<>(List.of(languages.sparkplugHost()));
        Meters meters = new Meters(parts.settings().quotas(), parts.clock());
        parts.keep(Repeating.start(
                "machines over their quota",
                SWEEP,
                () -> parts.database().devices().note(meters.excesses())));
        int port = startEndpoint(languages, hosts.getFirst(), ingest, meters, lines);
        parts.health().add("mqtt", () -> Health.Part.up("mqtt", true));
        BrokerLine brokers = new BrokerLine(ingest, ingest, meters);
        lines.add(brokers);
        hosts.addAll(startBrokers(languages, brokers, new RetainedCopies(brokers, ingest, decoder, parts.readings())));
        Replaying replaying = new Replaying(
                parts.desk().transactions(),
                parts.database().quarantine(),
                languages.all(hosts.getFirst()),
                ingest::hasCaughtUp);
        parts.keep(Repeating.start("replay of quarantined messages", REPLAYS, replaying::look));
        lines.add(new SparkplugLine(hosts));
        startPolling(ingest);
        CommandDelivery delivery = new CommandDelivery(parts.desk(), new Lines(lines));
        parts.keep(Repeating.steps("delivery of commands", COMMANDS, delivery::deliverDue));
        return port;
    }

    private Detector detector(EquipmentModel model) {
        return new MachineDetector(model, WatchedNormality::new, LimitTrend::new, ageing, diagnosis);
    }

    private void startPolling(Ingest ingest) {
        ModbusPolling polling = new ModbusPolling(ingest, parts.clock());
        parts.keep(polling);
        PolledMachines machines = new PolledMachines(parts.desk().transactions(), registers, polling);
        parts.keep(Repeating.start("machines to be polled", REGISTER, machines::look));
        parts.health().add("modbus", machines::health);
        parts.metrics().add(machines);
    }

    /** Returns the Sparkplug hosts on the brokers that have one. */
    private List<SparkplugHost> startBrokers(Languages languages, BrokerLine line, RetainedCopies retained) {
        int longest = parts.settings().mqtt().maxPayloadBytes();
        List<SparkplugHost> hosts = new ArrayList<>();
        for (BrokerSettings broker : parts.settings().brokers()) {
            parts.console().step("MQTT broker " + broker.url());
            start(broker.url(), new BrokerClient(broker, longest, line, retained, parts.clock()));
            if (broker.sparkplug()) {
                SparkplugHost host = languages.sparkplugHost();
                hosts.add(host);
                start("sparkplug " + broker.url(), BrokerClient.of(broker, longest, host, parts.clock()));
            }
        }
        return hosts;
    }

    private void start(String name, BrokerClient client) {
        parts.keep(client);
        client.start();
        parts.health()
                .add(
                        name,
                        () -> client.trouble()
                                .map(reason -> Health.Part.down(name, false, reason))
                                .orElseGet(() -> Health.Part.up(name, false)));
    }

    private int startEndpoint(
            Languages languages, SparkplugHost host, Ingest ingest, Meters meters, List<DeviceLine> lines) {
        Directory directory = new Directory(parts.database().accountNews());
        Door door = new Door(
                parts.settings().mqtt(),
                directory,
                (equipment, digest) -> parts.devices().tell(equipment, new AccountEvent.Used(digest)),
                parts.clock());
        parts.keep(door);
        HostState state = host.state();
        Guard guard = new Guard(languages.all(new HostAtHome(host, state)), ingest);
        RetainedLog retained = RetainedLog.open(
                parts.settings().intake().folder().resolveSibling("retained"), Disk.REAL, parts.clock());
        parts.keep(retained);
        MqttEndpoint endpoint = new MqttEndpoint(
                parts.vertx(), parts.settings().mqtt(), door, guard::inlet, meters, retained, parts.clock());
        parts.keep(endpoint);
        announce(host, state, endpoint);
        lines.add(new EndpointLine(endpoint));
        int port = endpoint.start();
        TlsDoor tls = new TlsDoor(endpoint, parts.authority(), parts.health(), parts.clock());
        parts.keep(Repeating.start("MQTT with TLS", SWEEP, tls::look));
        directory.whenChanged(endpoint::review);
        parts.keep(Repeating.start("device accounts", ACCOUNTS, directory::refresh));
        parts.metrics().add(new GatewayMetrics(ingest, endpoint, door, guard, meters));
        return port;
    }

    /** Nodes that wait for their host find it there as soon as they can connect. */
    private void announce(SparkplugHost host, HostState state, MqttEndpoint endpoint) {
        endpoint.publisher().publish(state.topic(), state.birth(), 1, true);
        parts.keep(() -> endpoint.publisher().publish(state.topic(), host.farewell(), 1, true));
    }
}
