package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.reading.Reading;

/** Everything that watches one machine, as its model asks for. */
public final class MachineDetector implements Detector {

    /** Those that mind themselves that a clock may run ahead and be set back; the others would wait for the time that they have seen. */
    private static final Set<String> MINDFUL = Set.of("limits", "stuck");

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** @param normality, {@code trends}, {@code ageing} and {@code diagnosis} make what learns or was trained, one for each machine */
    public MachineDetector(
            EquipmentModel model,
            Normality.Maker normality,
            Trend.Maker trends,
            Ageing.Maker ageing,
            Diagnosis.Maker diagnosis) {
        add("limits", () -> new LimitDetector(model));
        add("stuck", () -> new StuckDetector(model));
        add("wear", () -> new WearDetector(model));
        model.foresight().ageing().forEach(part -> add("life of " + part.id(), () -> new AgeingDetector(part, ageing)));
        model.foresight()
                .diagnosisIfAny()
                .ifPresent(unit -> add("diagnosis", () -> new DiagnosisDetector(unit, diagnosis.of(unit))));
        model.foresight().learnedIfAny().ifPresent(learned -> {
            // What was learned from other metrics is of no use.
            add(
                    "normality of " + String.join(", ", learned.metrics()),
                    () -> new NormalityDetector(learned, normality.of(learned.metrics())));
            add("trends", () -> new TrendDetector(model, learned, trends));
        });
    }

    private void add(String name, Supplier<Detector> maker) {
        parts.put(name, new Part(maker));
    }

    @Override
    public List<Finding> on(Reading reading) {
        Reading timely = reading.timely();
        List<Finding> findings = new ArrayList<>();
        parts.forEach((name, part) -> findings.addAll(part.detector.on(MINDFUL.contains(name) ? reading : timely)));
        return findings;
    }

    @Override
    public Outlook outlook() {
        return parts.values().stream().map(part -> part.detector.outlook()).reduce(Outlook.NONE, Outlook::and);
    }

    @Override
    public void fitted(Fitting fitting) {
        parts.values().forEach(part -> part.detector.fitted(fitting));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Named.write(out, parts, (part, to) -> part.detector.write(to));
    }

    @Override
    public void read(DataInput in) throws IOException {
        Named.read(in, parts, Part::read);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (part.getValue().failure != null) {
                throw new IOException(part.getKey() + " cannot be read", part.getValue().failure);
            }
        }
    }

    /** Hours of use must not be lost because what was learned is no longer understood. */
    private static final class Part {
        private final Supplier<Detector> maker;
        private Detector detector;
        private @Nullable Exception failure;

        Part(Supplier<Detector> maker) {
            this.maker = maker;
            this.detector = maker.get();
        }

        void read(DataInput in) {
            try {
                detector.read(in);
            } catch (IOException | RuntimeException unreadable) {
                failure = unreadable;
                detector = maker.get();
            }
        }
    }
}
