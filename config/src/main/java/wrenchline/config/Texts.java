package wrenchline.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wrenchline.core.notice.Wording;

/** The texts of messages, from one file per language. */
public final class Texts implements Wording {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, Map<String, String>> byLanguage;

    private Texts(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /**
     * Reads {@code zh.yaml} and {@code en.yaml} of {@code folder}.
     *
     * @throws ConfigurationException when one is malformed, or one language has a text that the other lacks
     */
    public static Texts read(Path folder) {
        Path zhFile = folder.resolve("zh.yaml");
        Path enFile = folder.resolve("en.yaml");
        Map<String, String> zh = YamlFile.read(zhFile, Overrides.NONE, Section::table);
        Map<String, String> en = YamlFile.read(enFile, Overrides.NONE, Section::table);
        Problems problems = new Problems();
        missing(enFile, zh, en, problems);
        missing(zhFile, en, zh, problems);
        problems.throwIfAny();
        return new Texts(Map.of("zh", zh, "en", en));
    }

    private static void missing(Path file, Map<String, String> wanted, Map<String, String> there, Problems problems) {
        for (String key : wanted.keySet()) {
            if (!there.containsKey(key)) {
                problems.add(file, 0, "'" + key + "' is missing");
            }
        }
    }

    /** The keys of all texts, which are the same in both languages. */
    public SortedSet<String> keys() {
        return new TreeSet<>(byLanguage.getOrDefault("zh", Map.of()).keySet());
    }

    @Override
    public String text(String key, String language, Map<String, String> values) {
        Map<String, String> texts = byLanguage.getOrDefault(language, Map.of());
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text '" + key + "' in '" + language + "'");
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(key, place.group(1), values)));
    }

    private static String value(String key, String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("text '" + key + "' needs a value for {" + name + "}");
        }
        return value;
    }
}
