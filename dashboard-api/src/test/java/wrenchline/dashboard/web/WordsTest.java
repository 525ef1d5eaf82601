package wrenchline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's texts in both languages. */
class WordsTest {

    private static final Path PAGE = Path.of("src/main/resources/wrenchline/dashboard/web");
    private static final Path FIELD = PAGE.resolve("field");
    private static final Pattern FIELD_KEY = Pattern.compile("(?<=[\\s,{])(\\w+): (?=['\"]|\\{ )");
    private static final Pattern KEY = Pattern.compile("^ {2}'([^']+)': '(.*)',$", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("\\bt\\('([\\w.]+)'[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void both_languages_have_the_same_texts_with_the_same_places() throws IOException {
        var chinese = texts("i18n/zh.js");
        var english = texts("i18n/en.js");
        assertThat(chinese.keySet()).hasSizeGreaterThan(100).isEqualTo(english.keySet());
        chinese.forEach(
                (key, text) -> assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, ""))));
    }

    @Test
    void chinese_stands_in_the_chinese_files_alone() throws IOException {
        for (Path file : files()) {
            if (!file.toString().endsWith("zh.js")) {
                assertThat(HAN.matcher(Files.readString(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void every_text_that_a_component_names_is_there() throws IOException {
        Set<String> known = texts("i18n/en.js").keySet();
        for (Path file : files()) {
            Set<String> used = USED.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(known).as(file.toString()).containsAll(used);
        }
    }

    @Test
    void the_page_of_a_ticket_has_its_few_words_in_both_languages() throws IOException {
        String[] languages = Files.readString(FIELD.resolve("words.js")).split("\n {2}en: \\{", 2);
        List<String> chinese = fieldKeys(languages[0].substring(languages[0].indexOf("zh: {") + 5));
        assertThat(chinese).hasSizeGreaterThan(40).isEqualTo(fieldKeys(languages[1]));
        assertThat(USED.matcher(Files.readString(FIELD.resolve("field.js")))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(chinese::contains);
    }

    private static List<String> fieldKeys(String words) {
        return FIELD_KEY.matcher(words).results().map(found -> found.group(1)).toList();
    }

    /** All but those of the page of a ticket, which has its own words. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(PAGE)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(FIELD))
                    .toList();
        }
    }

    private static Map<String, String> texts(String file) throws IOException {
        return KEY.matcher(Files.readString(PAGE.resolve(file)))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
