package wrenchline.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.AgeingPart;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Metric;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.WearPart;
import wrenchline.core.reading.Reading;

/** A lift for tests: what its model says, and what it reports. */
final class Lift {

    static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    static final EquipmentId ID = new EquipmentId("lift-01");
    static final Names NAMES = new Names("举升机", "Lift");
    static final AgeingPart SEAL = new AgeingPart(
            "seal",
            new Names("密封", "Seal"),
            "seal.life",
            List.of("pressure"),
            List.of("oil_temp"),
            Duration.ofMinutes(10),
            30);
    static final EquipmentModel MODEL = new EquipmentModel(
            "lift",
            NAMES,
            List.of(new Metric("oil_temp", NAMES, "°C"), new Metric("pressure", NAMES, "bar")),
            List.of(new Limit(
                    "oil_temp",
                    "OVERHEATING",
                    NAMES,
                    Severity.MAJOR,
                    Limit.Side.ABOVE,
                    70,
                    65,
                    Duration.ofSeconds(10))),
            new Foresight(
                    Duration.ofHours(1),
                    List.of(new Foresight.Stuck("pressure", Duration.ofMinutes(10))),
                    new Foresight.Learned(
                            List.of("oil_temp", "pressure"),
                            Duration.ofHours(1),
                            Duration.ofSeconds(1),
                            Duration.ofDays(7)),
                    List.of(
                            new WearPart("pump", NAMES, new WearPart.Usage.Hours("pressure", 100), 10),
                            new WearPart("rope", NAMES, new WearPart.Usage.Cycles("pressure", 100), 10)),
                    List.of(SEAL),
                    null));

    private Lift() {}

    static Reading at(long second, Map<String, Double> values) {
        Instant at = START.plusSeconds(second);
        return new Reading(ID, at, at, Reading.NO_SEQ, values);
    }
}
