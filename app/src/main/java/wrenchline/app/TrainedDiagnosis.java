package wrenchline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import wrenchline.core.detection.Diagnosis;
import wrenchline.core.detection.Grounds;
import wrenchline.core.equipment.DiagnosedUnit;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.prediction.data.ModelFile;
import wrenchline.prediction.diagnosis.Component;
import wrenchline.prediction.diagnosis.ComponentDiagnosis;
import wrenchline.prediction.diagnosis.Cycle;
import wrenchline.prediction.diagnosis.Finding;

/**
 * The condition of components by a {@link ComponentDiagnosis} that was trained by command.
 *
 * @param order for each sensor of {@code trained}, where it stands in the unit
 * @param metrics what the machine calls each sensor of {@code trained}
 */
record TrainedDiagnosis(ComponentDiagnosis trained, List<Integer> order, Map<String, String> metrics)
        implements Diagnosis {

    /**
     * Loads the files that {@code models} name, each once, relative to {@code folder}.
     *
     * @throws UncheckedIOException when one is missing, is no diagnosis, or knows other sensors or components
     */
    static Diagnosis.Maker maker(Path folder, Collection<EquipmentModel> models) {
        Map<DiagnosedUnit, Diagnosis> loaded = new HashMap<>();
        for (EquipmentModel model : models) {
            model.foresight()
                    .diagnosisIfAny()
                    .ifPresent(unit -> loaded.computeIfAbsent(unit, _ -> load(folder, model.id(), unit)));
        }
        return unit -> Objects.requireNonNull(loaded.get(unit));
    }

    private static TrainedDiagnosis load(Path folder, String model, DiagnosedUnit unit) {
        try {
            return of(
                    ModelFile.read(folder.resolve(unit.model()), ComponentDiagnosis.KIND, ComponentDiagnosis::read),
                    unit);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "loading what diagnoses the components of equipment model '%s': %s"
                            .formatted(model, unusable.getMessage()),
                    unusable);
        }
    }

    private static TrainedDiagnosis of(ComponentDiagnosis trained, DiagnosedUnit unit) throws IOException {
        List<String> sensors =
                unit.sensors().stream().map(DiagnosedUnit.Sensor::name).toList();
        if (!sensors.stream()
                .sorted()
                .toList()
                .equals(trained.sensors().stream().sorted().toList())) {
            throw new IOException(
                    "%s was trained with the sensors %s, not %s".formatted(unit.model(), trained.sensors(), sensors));
        }
        List<String> known =
                Stream.of(Component.values()).map(TrainedDiagnosis::id).toList();
        for (DiagnosedUnit.Component component : unit.components()) {
            if (!known.contains(component.id())) {
                throw new IOException("there is no component '%s' among %s".formatted(component.id(), known));
            }
        }
        Map<String, String> metrics = new HashMap<>();
        unit.sensors().forEach(sensor -> metrics.put(sensor.name(), sensor.metric()));
        return new TrainedDiagnosis(
                trained, trained.sensors().stream().map(sensors::indexOf).toList(), Map.copyOf(metrics));
    }

    private static String id(Component component) {
        return component.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Integer> points() {
        int[] points = new int[order.size()];
        for (int sensor = 0; sensor < points.length; sensor++) {
            points[order.get(sensor)] = trained.points().get(sensor);
        }
        return Arrays.stream(points).boxed().toList();
    }

    @Override
    public List<Judged> judge(List<double[]> curves) {
        Cycle cycle = new Cycle(order.stream().map(curves::get).toList());
        return trained.diagnose(cycle).stream().map(this::judged).toList();
    }

    private Judged judged(Finding finding) {
        return new Judged(
                id(finding.component()),
                finding.value(),
                finding.probability(),
                finding.sensors().stream()
                        .map(share -> new Grounds.Contribution(
                                Objects.requireNonNull(metrics.get(share.sensor())), share.part()))
                        .toList());
    }
}
