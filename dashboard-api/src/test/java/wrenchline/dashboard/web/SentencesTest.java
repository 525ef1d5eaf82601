package wrenchline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wrenchline.config.ConfigFiles;
import wrenchline.config.SourceText;

/** What the server says in English is understood on the Chinese page. */
class SentencesTest {

    private static final Sentences BOOK = Sentences.read();
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final List<Path> SAYING =
            List.of(Path.of("../gateway/src/main/java"), Path.of("../core/src/main/java"), Path.of("src/main/java"));

    /** Where a reason is given to what a reader is told: ignored, refused, rejected, wrong. */
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:ignore|rejected|fault|Rejected|Wrong|NotAllowed|NotNow|Problem\\.conflict|Problem\\.invalid)"
                    + "\\(((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^()\"]|\\((?:[^()\"]|\\([^()]*\\))*\\))*)\\)");

    /** What comes before the sentence in an argument: another argument, or the question which of two it is. */
    private static final Pattern BEFORE = Pattern.compile("^[^\"]*?[,?]");

    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[^\"+]+");

    @Test
    void no_sentence_is_there_twice_and_both_languages_fill_in_the_same() {
        Set<String> seen = new HashSet<>();
        assertThat(BOOK.all()).hasSizeGreaterThan(200).allSatisfy(sentence -> {
            assertThat(seen.add(sentence.english())).as(sentence.english()).isTrue();
            assertThat(places(sentence.english())).as(sentence.english()).containsAll(places(sentence.chinese()));
        });
    }

    @Test
    void each_reason_that_stands_in_the_code_is_in_the_book() throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (Path folder : SAYING) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    REASON.matcher(Files.readString(file))
                            .results()
                            .flatMap(found -> said(found.group(1)))
                            .forEach(reasons::add);
                }
            }
        }
        // Names alone, and what is put together from several sentences.
        reasons.removeIf(reason -> !reason.contains(" ") || reason.startsWith("9: "));
        assertThat(reasons).hasSizeGreaterThan(120).allMatch(BOOK::know);
    }

    @Test
    void each_mistake_in_a_file_that_is_tried_is_in_the_book() {
        String policy = """
                version: ''
                unknown: 1
                callback:
                  ringFor: soon
                  ladder: []
                clauses:
                - id: a
                  kind: odd
                  within: []
                  sources: 3
                """;
        List<String> mistakes = ConfigFiles.check(SourceText.Kind.POLICY, policy).stream()
                .map(SourceText.Mistake::what)
                .toList();
        assertThat(mistakes).hasSizeGreaterThan(5).allMatch(BOOK::know);
    }

    /** The sentences of an argument such as {@code "there is no '" + name + "'"}, with something for each name. */
    private static Stream<String> said(String argument) {
        return Arrays.stream(BEFORE.matcher(argument).replaceFirst("").split("\\s: "))
                .map(sentence -> PIECE.matcher(sentence)
                        .results()
                        .map(piece -> piece.group(1) == null ? (piece.group().isBlank() ? "" : "9") : piece.group(1))
                        .collect(Collectors.joining())
                        .replace("\\\"", "\""));
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
