package wrenchline.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page's book of what the server says in English, and how a Chinese reader sees it. */
public record Sentences(List<Sentence> all) {

    private static final Path BOOK = Path.of("src/main/resources/wrenchline/dashboard/web/i18n/said-zh.js");
    private static final Pattern PAIR =
            Pattern.compile("^ {2}\\['((?:[^'\\\\]|\\\\.)*)', '((?:[^'\\\\]|\\\\.)*)'],$", Pattern.MULTILINE);

    /** @param english with {0}, {1} … where something is filled in */
    public record Sentence(String english, String chinese) {

        boolean fits(String said) {
            String form = Arrays.stream(english.split("\\{\\d}", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".+?"));
            return Pattern.compile(form, Pattern.DOTALL).matcher(said).matches();
        }
    }

    public static Sentences read() {
        try {
            return new Sentences(PAIR.matcher(Files.readString(BOOK))
                    .results()
                    .map(pair -> new Sentence(plain(pair.group(1)), plain(pair.group(2))))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + BOOK, unreadable);
        }
    }

    /** Whether a Chinese reader understands {@code said}. */
    public boolean know(String said) {
        return all.stream().anyMatch(sentence -> sentence.fits(said))
                || (said.contains("; ") && Arrays.stream(said.split("; ")).allMatch(this::know));
    }

    private static String plain(String quoted) {
        return quoted.replace("\\'", "'").replace("\\\\", "\\");
    }
}
