package wrenchline.dashboard;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import wrenchline.config.HttpSettings;
import wrenchline.config.Secret;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.CallbackDesk;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.dashboard.auth.SignInCodes;
import wrenchline.dashboard.http.DashboardServer;
import wrenchline.dashboard.http.Health;
import wrenchline.dashboard.memory.SampleSite;

/** Runs the page on made-up machines, for work on the page itself: {@code DemoMain [port]}. */
public final class DemoMain {

    private DemoMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        InstantSource clock = InstantSource.system();
        SampleSite site = SampleSite.inMemory(clock, Path.of("target"));
        past(site);
        SignInCodes codes = new SignInCodes(clock, Duration.ofHours(1));
        try (DashboardServer server = DashboardServer.start(
                Vertx.vertx(),
                new HttpSettings("127.0.0.1", port, new Secret("sample-token")),
                site.ports(DemoMain::parts),
                codes,
                List.of())) {
            System.out.println(codes.link("http://127.0.0.1:" + server.port()));
            for (long tick = 0; !Thread.currentThread().isInterrupted(); tick++) {
                site.sweep();
                readings(site, clock.instant(), 3_600 + tick);
                Thread.sleep(1_000);
            }
        }
    }

    private static List<Health.Part> parts() {
        return List.of(
                Health.Part.up("database", true),
                Health.Part.up("history", true),
                Health.Part.up("mqtt", true),
                Health.Part.down("hotline", false, "Asterisk is not installed: the packages could not be fetched"));
    }

    /** An hour in which a lift grew hot, a compressor behaved unlike itself, and customers called. */
    public static void past(SampleSite site) {
        Instant now = site.clock.instant();
        for (long second = 0; second < 3_600; second += 5) {
            readings(site, now.minusSeconds(3_600 - second), second);
        }
        site.devices.keep(new DeviceStatus(new EquipmentId("sample-lift-4"), now.minusSeconds(1_800), false));
        site.quarantine.keep(new Quarantined(
                UUID.randomUUID(),
                now.minusSeconds(300),
                "mqtt:sample-lift-2",
                "equipment/sample-lift-2/telemetry",
                "{\"ts\": 17323500000".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "not JSON: the message ends too early"));
        site.overheat(71.3);
        site.foresee();
        site.call("1767578400.17", "13900000001", "201", Duration.ofMinutes(9));
        site.call("1767578900.21", "13900000002", "102", Duration.ofMinutes(26));
        site.calledBack(Duration.ofMinutes(24));
        site.calls.began(
                new wrenchline.core.call.CallId("1767579000.30"), "13900000009", "4008001234", now.minusSeconds(20));
        site.calls.note(
                new wrenchline.core.call.CallId("1767579000.30"),
                new wrenchline.core.call.CallNote.Reached("DESCRIBE_FAULT"));
        site.sweep();
        site.nextOrder().ifPresent(order -> {
            if (order instanceof PhoneOrder.RingStaff ring) {
                new CallbackDesk(site.desk)
                        .tell(
                                ring.callback(),
                                new CallbackEvent.Accepted(
                                        ring.attempt(), ring.attempt().acceptKeys()));
            }
        });
    }

    private static void readings(SampleSite site, Instant at, long second) {
        for (int machine = 1; machine <= 3; machine++) {
            double hot = machine == 1 ? Math.min(1, second / 3_600.0) * 22 : 0;
            Map<String, Double> values = new HashMap<>();
            values.put("oil_temp", 48 + machine + hot + 2 * Math.sin(second / 120.0 + machine) + noise(second, 1));
            values.put("pressure", 140 + 10 * Math.sin(second / 60.0 + machine) + noise(second, 2));
            values.put("motor_current", 8 + Math.abs(4 * Math.sin(second / 45.0 + machine)));
            values.put("height_difference", 4 + noise(second, machine) * 3);
            keep(site, new Reading(new EquipmentId("sample-lift-" + machine), at, at, second, values));
        }
        for (int machine = 1; machine <= 2; machine++) {
            Map<String, Double> values = Map.of(
                    "discharge_temp", 84 + 4 * Math.sin(second / 200.0 + machine) + noise(second, 4),
                    "pressure", 7.5 + 0.4 * Math.sin(second / 30.0),
                    "vibration", 2.1 + noise(second, 5) * 0.4);
            keep(site, new Reading(new EquipmentId("sample-compressor-" + machine), at, at, second, values));
        }
    }

    private static void keep(SampleSite site, Reading reading) {
        site.readings.keep(List.of(new Taken(reading.seq(), reading)));
        site.devices.heard(reading.equipment(), reading.at());
    }

    private static double noise(long second, int salt) {
        return Math.floorMod(second * 7_919 + salt * 104_729L, 1_000) / 1_000.0;
    }
}
