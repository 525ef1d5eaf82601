package wrenchline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.promise.Policy;

/** The policy and the equipment models as they stand on disk: to be looked at, and to be tried before they are put in force. */
public record ConfigFiles(Path policy, Path models) {

    /** As {@link Problems} writes them. */
    private static final Pattern WITH_LINE = Pattern.compile("[^:]*:(\\d+): (.*)", Pattern.DOTALL);

    private static final Path TRIED = Path.of("text");
    private static final Pattern WITHOUT_LINE = Pattern.compile("[^:]*: (.*)", Pattern.DOTALL);

    /**
     * The policy, then the models by their names.
     *
     * @throws UncheckedIOException when they cannot be read
     */
    public List<SourceText> read() {
        List<SourceText> texts = new ArrayList<>();
        texts.add(text(policy, "policy.yaml", SourceText.Kind.POLICY));
        for (Path file : ModelFiles.files(models)) {
            texts.add(text(file, "models/" + file.getFileName(), SourceText.Kind.MODEL));
        }
        return texts;
    }

    /** All that is wrong with {@code text}, were it put in force. */
    public static List<SourceText.Mistake> check(SourceText.Kind kind, String text) {
        try {
            switch (kind) {
                case POLICY -> readPolicy(text);
                case MODEL -> readModel(text);
            }
            return List.of();
        } catch (ConfigurationException wrong) {
            return wrong.problems().stream().map(ConfigFiles::mistake).toList();
        }
    }

    /** Whether {@code text} says what is in force: no, when it was changed since the start, or is wrong. */
    public static boolean inForce(SourceText text, Policy policy, Map<String, EquipmentModel> models) {
        try {
            return switch (text.kind()) {
                case POLICY -> readPolicy(text.text()).equals(policy);
                case MODEL -> {
                    EquipmentModel written = readModel(text.text());
                    yield written.equals(models.get(written.id()));
                }
            };
        } catch (ConfigurationException wrong) {
            return false;
        }
    }

    private static Policy readPolicy(String text) {
        return YamlFile.parse(TRIED, text, Overrides.NONE, PolicyFile::policy);
    }

    private static EquipmentModel readModel(String text) {
        return YamlFile.parse(TRIED, text, Overrides.NONE, ModelFiles::content).model();
    }

    private static SourceText.Mistake mistake(String problem) {
        Matcher line = WITH_LINE.matcher(problem);
        if (line.matches()) {
            return new SourceText.Mistake(Integer.parseInt(line.group(1)), line.group(2));
        }
        Matcher whole = WITHOUT_LINE.matcher(problem);
        return new SourceText.Mistake(0, whole.matches() ? whole.group(1) : problem);
    }

    private static SourceText text(Path file, String name, SourceText.Kind kind) {
        try {
            String text = Files.readString(file);
            return new SourceText(name, kind, text, Lines.of(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + file + " to show it", unreadable);
        }
    }
}
