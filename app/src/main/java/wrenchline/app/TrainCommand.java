package wrenchline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wrenchline.prediction.bearing.BearingFile;
import wrenchline.prediction.bearing.BearingModel;
import wrenchline.prediction.bearing.BearingRun;
import wrenchline.prediction.data.ModelFile;
import wrenchline.prediction.diagnosis.ComponentDiagnosis;
import wrenchline.prediction.diagnosis.CycleFolder;
import wrenchline.prediction.diagnosis.DiagnosisTraining;
import wrenchline.prediction.life.LifeModel;
import wrenchline.prediction.life.LifeSettings;
import wrenchline.prediction.life.LifeTraining;
import wrenchline.prediction.life.Trajectory;
import wrenchline.prediction.life.TrajectoryFile;

/** Training of models (训练) from histories whose end or condition is known. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Train a model and write it with the version of the code and the SHA-256 of the data that it was made"
                        + " from.")
final class TrainCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Command(name = "life", mixinStandardHelpOptions = true, description = "For 'foresight life --model'.")
    int trainLife(
            @Option(names = "--data", paramLabel = "FILE", arity = "1..*", required = true) List<Path> data,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path out)
            throws IOException {
        LifeModel model = life(data);
        return write("life", data, out, model::write);
    }

    @Command(name = "bearing", mixinStandardHelpOptions = true, description = "For 'foresight warn --model'.")
    int trainBearing(
            @Option(names = "--data", paramLabel = "FILE", arity = "1..*", required = true) List<Path> data,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path out)
            throws IOException {
        BearingModel model = bearing(data);
        return write("bearing", data, out, model::write);
    }

    @Command(name = "diagnosis", mixinStandardHelpOptions = true, description = "For 'foresight diagnose --model'.")
    int trainDiagnosis(
            @Option(names = "--data", paramLabel = "DIR", required = true) Path folder,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path out)
            throws IOException {
        ComponentDiagnosis model = diagnosis(List.of(folder));
        return write(ComponentDiagnosis.KIND, CycleFolder.files(folder), out, model::write);
    }

    @Command(name = "about", mixinStandardHelpOptions = true, description = "What a model was made from.")
    int about(@Option(names = "--model", paramLabel = "FILE", required = true) Path file) throws IOException {
        ModelFile model = ModelFile.about(file);
        say("%s, trained by %s on".formatted(model.kind(), model.code()));
        model.sources().forEach(source -> say("  %s  %s".formatted(source.sha256(), source.name())));
        return 0;
    }

    static LifeModel life(List<Path> files) throws IOException {
        List<Trajectory> known = new ArrayList<>();
        for (Path file : files) {
            known.addAll(TrajectoryFile.read(file));
        }
        return LifeTraining.on(known, LifeSettings.standard(known)).model();
    }

    static BearingModel bearing(List<Path> files) throws IOException {
        List<BearingRun> known = new ArrayList<>();
        for (Path file : files) {
            known.add(BearingFile.read(file));
        }
        return BearingModel.train(known);
    }

    static ComponentDiagnosis diagnosis(List<Path> folders) throws IOException {
        if (folders.size() != 1) {
            throw new IOException("learning a diagnosis from " + folders + ": needs one folder");
        }
        return DiagnosisTraining.calibrated(CycleFolder.labelled(folders.getFirst()));
    }

    private int write(String kind, List<Path> data, Path out, ModelFile.Writing model) throws IOException {
        List<ModelFile.Source> sources = new ArrayList<>();
        for (Path file : data) {
            sources.add(ModelFile.Source.of(file));
        }
        new ModelFile(kind, new Version().getVersion()[0], sources).write(out, model);
        say("wrote " + out);
        return 0;
    }

    private void say(String line) {
        command.commandLine().getOut().println(line);
    }
}
