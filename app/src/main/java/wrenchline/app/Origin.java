package wrenchline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wrenchline.prediction.data.ModelFile;

/** Where a model comes from: trained now, or from a file. */
final class Origin<M> {

    @Option(
            names = "--train",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Histories whose end, or condition, is known.")
    private @Nullable List<Path> train;

    @Option(names = "--model", paramLabel = "FILE", description = "A model that 'foresight train' wrote.")
    private @Nullable Path model;

    /** Trains a model on files. */
    interface Training<M> {
        M on(List<Path> files) throws IOException;
    }

    M model(String kind, Training<M> training, ModelFile.Reading<M> reading) throws IOException {
        if (model != null) {
            return ModelFile.read(model, kind, reading);
        }
        return training.on(train == null ? List.of() : train);
    }
}
