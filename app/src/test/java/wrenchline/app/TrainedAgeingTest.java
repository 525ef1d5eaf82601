package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.detection.Ageing;
import wrenchline.core.equipment.AgeingPart;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Names;
import wrenchline.prediction.boosting.Growth;
import wrenchline.prediction.data.ModelFile;
import wrenchline.prediction.life.LifeModel;
import wrenchline.prediction.life.LifeSettings;
import wrenchline.prediction.life.LifeTraining;
import wrenchline.prediction.life.Trajectory;

class TrainedAgeingTest {

    private static final LifeSettings QUICK =
            new LifeSettings(125, 2, 1, new Growth(20, 0.1, 4, 10, 5, 0.5, 0.5, 64, 0), 1, 50, 1);
    private static final Names NAMES = new Names("主机", "Air end");

    @TempDir
    private Path folder;

    @Test
    void a_part_ages_as_the_model_in_its_file_says() throws IOException {
        List<Trajectory> known =
                IntStream.range(0, 6).mapToObj(TrainedAgeingTest::worn).toList();
        LifeModel model = LifeTraining.on(known, QUICK).model();
        new ModelFile("life", "test", List.of()).write(folder.resolve("air-end.life"), model::write);
        AgeingPart part = part(List.of("load"), List.of("heat", "hum"));
        Ageing ageing = TrainedAgeing.maker(folder, List.of(with(part))).of(part);

        Trajectory machine = known.getFirst().first(50);
        Ageing.Left left = new Ageing.Left(0, 0, 0, false);
        for (int cycle = 0; cycle < machine.cycles(); cycle++) {
            left = ageing.on(machine.settings()[cycle], machine.sensors()[cycle]);
        }
        assertThat(left.expected()).isEqualTo(model.forecast(machine).expected());

        EquipmentModel otherColumns = with(part(List.of("load"), List.of("heat")));
        assertThatThrownBy(() -> TrainedAgeing.maker(folder, List.of(otherColumns)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("other numbers of settings and sensors");
    }

    @Test
    void a_model_that_is_not_there_is_told_with_the_part_that_wants_it() {
        EquipmentModel wanting = with(part(List.of("load"), List.of("heat", "hum")));
        assertThatThrownBy(() -> TrainedAgeing.maker(folder, List.of(wanting)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("air-end.life")
                .hasMessageContaining("part 'air-end' of equipment model 'compressor'");
    }

    private static Trajectory worn(int unit) {
        int life = 100 + 5 * unit;
        double[][] settings = new double[life][];
        double[][] sensors = new double[life][];
        for (int cycle = 0; cycle < life; cycle++) {
            settings[cycle] = new double[] {Math.sin(cycle)};
            sensors[cycle] = new double[] {50 + 20.0 * cycle / life + Math.sin(3 * cycle), Math.cos(cycle + unit)};
        }
        return new Trajectory(unit, settings, sensors);
    }

    private static AgeingPart part(List<String> settings, List<String> sensors) {
        return new AgeingPart("air-end", NAMES, "air-end.life", settings, sensors, Duration.ofHours(1), 30);
    }

    private static EquipmentModel with(AgeingPart part) {
        return new EquipmentModel(
                "compressor",
                NAMES,
                List.of(),
                List.of(),
                new Foresight(null, List.of(), null, List.of(), List.of(part), null));
    }
}
