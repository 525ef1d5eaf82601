package wrenchline.dashboard.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Forecast;
import wrenchline.core.detection.Grounds;
import wrenchline.core.detection.Outlook;
import wrenchline.core.detection.RemainingLife;
import wrenchline.core.equipment.AgeingPart;
import wrenchline.core.equipment.DiagnosedUnit;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.WearPart;

/** A compressor that behaves unlike itself, grows hotter day by day, and whose belt is nearly worn. */
record SampleForesight(EquipmentId machine, Instant now) {

    static final Foresight WATCHED = new Foresight(
            Duration.ofHours(4),
            List.of(),
            new Foresight.Learned(
                    List.of("discharge_temp", "pressure", "vibration"),
                    Duration.ofHours(24),
                    Duration.ofSeconds(1),
                    Duration.ofDays(7)),
            List.of(
                    new WearPart("belt", new Names("皮带", "Drive belt"), new WearPart.Usage.Hours("pressure", 4), 8000),
                    new WearPart(
                            "filter", new Names("空气滤芯", "Air filter"), new WearPart.Usage.Hours("pressure", 4), 2000)),
            List.of(new AgeingPart(
                    "air-end",
                    new Names("主机", "Air end"),
                    "air-end.life",
                    List.of("pressure"),
                    List.of("discharge_temp", "vibration"),
                    Duration.ofHours(1),
                    30)),
            new DiagnosedUnit(
                    "compressor.diagnosis",
                    List.of(new DiagnosedUnit.Sensor("TS1", "discharge_temp")),
                    "pressure",
                    Duration.ofMinutes(1),
                    3,
                    List.of(new DiagnosedUnit.Component(
                            "cooler",
                            new Names("冷却器", "Cooler"),
                            List.of(new DiagnosedUnit.Level(
                                    20, new Names("效率降低", "reduced efficiency"), Severity.MINOR))))));

    private static final List<Grounds.Contribution> BLAMED = List.of(
            new Grounds.Contribution("vibration", 0.71),
            new Grounds.Contribution("discharge_temp", 0.21),
            new Grounds.Contribution("pressure", 0.08));

    void enter(Desk desk, DetectorStates outlooks) {
        outlooks.show(Map.of(machine, outlook()));
        new TelemetryDesk(desk)
                .on(new Finding.Raised(
                        machine,
                        Finding.UNUSUAL,
                        Severity.MINOR,
                        "vibration",
                        5.4,
                        0,
                        now.minusSeconds(1200),
                        now,
                        new Grounds.Unusual(0.83, null, BLAMED, window())));
    }

    private Outlook outlook() {
        List<Grounds.Sample> scores = new ArrayList<>();
        for (int step = 143; step >= 0; step--) {
            double calm = 0.16 + 0.06 * Math.sin(step / 9.0);
            scores.add(new Grounds.Sample(
                    now.minus(Duration.ofMinutes(10L * step)), step < 6 ? 0.83 - 0.08 * step : calm));
        }
        Forecast forecast = new Forecast(
                2.4, now.plus(Duration.ofHours(77)), now.plus(Duration.ofHours(50)), now.plus(Duration.ofHours(120)));
        return new Outlook(
                scores,
                false,
                BLAMED,
                List.of(new Outlook.Course(
                        "discharge_temp", "OVERHEATING", 105, new Grounds.Sample(now, 97.3), forecast)),
                List.of(
                        new Outlook.Wear("belt", 7310, 8000, now.plus(Duration.ofDays(41))),
                        new Outlook.Wear("filter", 640, 2000, null)),
                List.of(new RemainingLife(
                        "air-end",
                        64,
                        30,
                        now.plus(Duration.ofHours(64)),
                        now.plus(Duration.ofHours(49)),
                        now.plus(Duration.ofHours(83)))),
                List.of(new Outlook.Condition("cooler", 20, false, 0.97, now.minusSeconds(300), now)));
    }

    private List<Grounds.Trace> window() {
        List<Grounds.Sample> score = new ArrayList<>();
        List<Grounds.Sample> vibration = new ArrayList<>();
        for (int step = 59; step >= 0; step--) {
            Instant at = now.minusSeconds(20L * step);
            score.add(new Grounds.Sample(at, step > 30 ? 0.2 : 0.83 - 0.02 * step));
            vibration.add(new Grounds.Sample(at, step > 30 ? 3.1 + step % 3 / 10.0 : 5.4 - step / 15.0));
        }
        return List.of(new Grounds.Trace(Grounds.Trace.SCORE, score), new Grounds.Trace("vibration", vibration));
    }
}
