package wrenchline.app;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import wrenchline.core.detection.Ageing;
import wrenchline.core.equipment.AgeingPart;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.prediction.data.ModelFile;
import wrenchline.prediction.life.LifeForecast;
import wrenchline.prediction.life.LifeModel;
import wrenchline.prediction.life.LifeWatch;

/** How a part ages, as a {@link LifeWatch} sees it with a model that was trained by command. */
record TrainedAgeing(LifeWatch watch) implements Ageing {

    /**
     * Loads the files that {@code models} name, each once, relative to {@code folder}.
     *
     * @throws UncheckedIOException when one is missing, is no model of remaining life, or was trained on other columns
     */
    static Ageing.Maker maker(Path folder, Collection<EquipmentModel> models) {
        Map<String, LifeModel> loaded = new HashMap<>();
        for (EquipmentModel model : models) {
            for (AgeingPart part : model.foresight().ageing()) {
                LifeModel life = loaded.computeIfAbsent(part.model(), file -> load(folder.resolve(file), model, part));
                if (!life.fits(part.settings().size(), part.sensors().size())) {
                    throw unusable(
                            model,
                            part,
                            new IOException(part.model() + " was trained on other numbers of settings and sensors"));
                }
            }
        }
        return part -> new TrainedAgeing(new LifeWatch(Objects.requireNonNull(loaded.get(part.model())), part.alarm()));
    }

    private static LifeModel load(Path file, EquipmentModel model, AgeingPart part) {
        try {
            return ModelFile.read(file, "life", LifeModel::read);
        } catch (IOException unreadable) {
            throw unusable(model, part, unreadable);
        }
    }

    private static UncheckedIOException unusable(EquipmentModel model, AgeingPart part, IOException why) {
        return new UncheckedIOException(
                "loading what foretells the life of part '%s' of equipment model '%s': %s"
                        .formatted(part.id(), model.id(), why.getMessage()),
                why);
    }

    @Override
    public Left on(double[] settings, double[] sensors) {
        LifeWatch.Assessment now = watch.on(settings, sensors);
        LifeForecast forecast = now.forecast();
        return new Left(forecast.expected(), forecast.lower(), forecast.upper(), now.alarming());
    }

    @Override
    public void write(DataOutput out) throws IOException {
        watch.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        watch.read(in);
    }
}
