package wrenchline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.RegisterMap;

/**
 * The fourteen machines of the demo site. Twelve replay recorded data five times as fast as it was measured; the cooler of {@code
 * lift-03} degrades: its oil is beyond the limit about a minute after the start, all others stay healthy. The other two are what trained
 * models look at: a {@link WorkingUnit} and an {@link AgeingCompressor}. {@code compressor-03} is asked by Modbus, the others report by MQTT.
 */
public final class FleetSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetSimulator.class);
    private static final String DEGRADING = "lift-03";
    private static final String POLLED = "compressor-03";
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Path telemetry;
    private final Recording recording;
    private final InstantSource clock;
    private final List<SimulatedMachine> machines = new ArrayList<>();
    private final List<PolledController> controllers = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fleet").daemon().factory());

    /** @param telemetry the folder with the recording, {@code config/demo/telemetry} */
    public FleetSimulator(Path telemetry, InstantSource clock) {
        this.telemetry = telemetry;
        this.recording = Recording.read(telemetry);
        this.clock = clock;
    }

    /**
     * Connects all machines and lets them send, most of them once a second.
     *
     * @throws IllegalStateException when they cannot connect
     */
    public void start(String host, int port, String username, String password) {
        String url = "tcp://" + host + ":" + port;
        add(url, "lift", 5, Kind.TWO_POST_LIFT);
        add(url, "compressor", 2, Kind.SCREW_COMPRESSOR);
        add(url, "tyre", 3, Kind.TYRE_CHANGER);
        add(url, "brake", 1, Kind.BRAKE_TESTER);
        add(url, "compressor-04", AgeingCompressor.ofTheDemo());
        add(url, "power-unit-01", WorkingUnit.read(telemetry));
        for (int index = 0; index < machines.size(); index++) {
            SimulatedMachine machine = machines.get(index);
            connect(machine, url, username, password);
            machine.catchUp();
            // Spread over the second, as real ones are.
            long offset = STEP.toMillis() * index / machines.size();
            var _ = timer.scheduleAtFixedRate(
                    machine::send, offset, machine.every().toMillis(), TimeUnit.MILLISECONDS);
        }
        LOG.info("{} simulated machines send to {}", machines.size(), url);
    }

    /**
     * The machine that is asked answers from now on.
     *
     * @param registers of its model
     * @param port on loopback; when another process has it, the machine is not there
     */
    public void answer(RegisterMap registers, int port) {
        long began = clock.millis();
        try {
            controllers.add(new PolledController(
                    port,
                    Kind.SCREW_COMPRESSOR,
                    registers,
                    Script.healthy(recording, machines.size()),
                    () -> Math.max(0, clock.millis() - began) / STEP.toMillis()));
            LOG.info("{} answers by Modbus on port {}", POLLED, port);
        } catch (IOException e) {
            LOG.warn("{} cannot answer by Modbus on port {}: {}", POLLED, port, e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        machines.forEach(SimulatedMachine::close);
        controllers.forEach(PolledController::close);
    }

    private void add(String url, String name, int count, Kind kind) {
        for (int number = 1; number <= count; number++) {
            String id = "%s-%02d".formatted(name, number);
            Script script =
                    id.equals(DEGRADING) ? Script.degrading(recording) : Script.healthy(recording, machines.size());
            add(url, id, new Scripted(kind, script));
        }
    }

    private void add(String url, String id, Feed feed) {
        try {
            machines.add(new SimulatedMachine(url, id, feed, clock));
        } catch (MqttException e) {
            throw new IllegalStateException("preparing the simulated machine " + id + " for " + url, e);
        }
    }

    private static void connect(SimulatedMachine machine, String url, String username, String password) {
        try {
            machine.connect(username, password);
        } catch (MqttException e) {
            throw new IllegalStateException("connecting the simulated machines to " + url, e);
        }
    }

    /** Those that report by MQTT, until killed: {@code FleetSimulator TELEMETRY-FOLDER HOST PORT USERNAME}, with the password in {@code MQTT_PASSWORD}. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 4 || System.getenv("MQTT_PASSWORD") == null) {
            System.err.println("usage: MQTT_PASSWORD=... FleetSimulator TELEMETRY-FOLDER HOST PORT USERNAME");
            System.exit(2);
        }
        FleetSimulator fleet = new FleetSimulator(Path.of(arguments[0]), InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
        fleet.start(arguments[1], Integer.parseInt(arguments[2]), arguments[3], System.getenv("MQTT_PASSWORD"));
        Thread.currentThread().join();
    }
}
