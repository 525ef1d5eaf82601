package wrenchline.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML files into records. */
final class YamlFile {

    private YamlFile() {}

    /**
     * Reads {@code file} by {@code read}; unknown keys are refused.
     *
     * @throws ConfigurationException with all problems of the file
     */
    static <T> T read(Path file, Overrides overrides, Function<Section, T> read) {
        try {
            return parse(file, Files.readString(file), overrides, read);
        } catch (IOException unreadable) {
            throw failure(file, 0, "cannot be read: " + unreadable);
        }
    }

    /** As {@link #read}, of the text that is in {@code file}, or may be one day. */
    static <T> T parse(Path file, String text, Overrides overrides, Function<Section, T> read) {
        Problems problems = new Problems();
        Section root = new Section(file, "", compose(file, text), overrides, problems);
        T value = read.apply(root);
        root.close();
        problems.throwIfAny();
        return value;
    }

    private static Node compose(Path file, String text) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            return new Compose(settings).composeString(text).orElseThrow(() -> failure(file, 0, "is empty"));
        } catch (MarkedYamlEngineException malformed) {
            int line =
                    malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw failure(file, line, "is no YAML: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw failure(file, 0, "is no YAML: " + malformed.getMessage());
        }
    }

    private static ConfigurationException failure(Path file, int line, String what) {
        return new ConfigurationException(List.of(Problems.sentence(file, line, what)));
    }
}
