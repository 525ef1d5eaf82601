package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.DiagnosedUnit;
import wrenchline.core.reading.Reading;

/**
 * Diagnoses the components of a unit, one working cycle after the other. A cycle begins with the reading in which its counter changes, if
 * the one before it is so near that the beginning is known to half a point; it is judged when the next one begins, if enough of it came.
 */
final class DiagnosisDetector implements Detector {

    private static final int MOST_SHOWN = 2;
    private static final double NEAR = 1.5;

    private final DiagnosedUnit unit;
    private final Diagnosis diagnosis;
    private final List<String> metrics;
    private final Duration near;
    private final CycleCurves curves;
    private final Map<String, ComponentWatch> components = new LinkedHashMap<>();
    private double number = Double.NaN;
    private long counted = Times.NONE;

    DiagnosisDetector(DiagnosedUnit unit, Diagnosis diagnosis) {
        this.unit = unit;
        this.diagnosis = diagnosis;
        this.metrics = unit.sensors().stream().map(DiagnosedUnit.Sensor::metric).toList();
        int most = diagnosis.points().stream().mapToInt(points -> points).max().orElse(1);
        this.near = Duration.ofMillis((long) (NEAR * unit.cycle().toMillis() / most));
        this.curves = new CycleCurves(metrics, diagnosis.points(), unit.cycle());
        unit.components()
                .forEach(component -> components.put(component.id(), new ComponentWatch(component, unit.after())));
    }

    @Override
    public List<Finding> on(Reading reading) {
        Double count = reading.values().get(unit.counter());
        long at = Times.of(reading);
        if (count == null || at < counted) {
            curves.add(reading);
            return List.of();
        }
        List<Finding> findings = count == number ? List.of() : next(count, reading);
        counted = at;
        curves.add(reading);
        return findings;
    }

    private List<Finding> next(double count, Reading reading) {
        boolean isSure = !Double.isNaN(number) && !Times.passed(counted, Times.of(reading), near);
        List<Finding> findings = close(reading);
        number = count;
        curves.begin(isSure ? reading.at() : Instant.MIN);
        return findings;
    }

    private List<Finding> close(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        curves.whole().ifPresent(whole -> {
            for (Diagnosis.Judged judged : diagnosis.judge(whole)) {
                ComponentWatch component = components.get(judged.component());
                if (component != null) {
                    say(component.on(judged, curves.began(), reading.at()), judged, whole, reading, findings);
                }
            }
        });
        return findings;
    }

    private void say(
            ComponentWatch.Say say,
            Diagnosis.Judged judged,
            List<double[]> whole,
            Reading reading,
            List<Finding> findings) {
        String failureMode = unit.component(judged.component()).orElseThrow().failureMode();
        switch (say) {
            case ComponentWatch.Say.Nothing _ -> {}
            case ComponentWatch.Say.Well _ ->
                findings.add(new Finding.Cleared(reading.equipment(), failureMode, "", judged.level(), reading.at()));
            case ComponentWatch.Say.Degraded degraded ->
                findings.add(new Finding.Raised(
                        reading.equipment(),
                        failureMode,
                        degraded.level().severity(),
                        "",
                        judged.level(),
                        0,
                        degraded.since(),
                        reading.at(),
                        new Grounds.Degraded(
                                judged.component(),
                                judged.level(),
                                judged.probability(),
                                degraded.cycles(),
                                judged.contributions(),
                                window(judged, whole))));
        }
    }

    private List<Grounds.Trace> window(Diagnosis.Judged judged, List<double[]> whole) {
        return judged.contributions().stream()
                .limit(MOST_SHOWN)
                .map(Grounds.Contribution::metric)
                .map(metric -> new Grounds.Trace(metric, curves.samples(whole.get(metrics.indexOf(metric)))))
                .toList();
    }

    @Override
    public Outlook outlook() {
        return Outlook.of(components.values().stream()
                .flatMap(component -> component.condition().stream())
                .toList());
    }

    @Override
    public void fitted(Fitting fitting) {
        ComponentWatch component = components.get(fitting.part());
        if (component != null) {
            component.fitted(fitting.at());
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Named.write(out, components, ComponentWatch::write);
        out.writeDouble(number);
        out.writeLong(counted);
        curves.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        Named.read(in, components, ComponentWatch::read);
        number = in.readDouble();
        counted = in.readLong();
        curves.read(in);
    }
}
