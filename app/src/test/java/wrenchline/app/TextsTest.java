package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wrenchline.config.Texts;
import wrenchline.core.notice.Segments;

/** What each short message costs, so that nobody makes one longer unawares. */
class TextsTest {

    private final Texts texts = Texts.read(Path.of("../config/texts"));

    @Test
    void each_message_takes_as_many_segments_as_it_did() {
        assertThat(segments("zh")).isEqualTo(Map.of());
        assertThat(segments("en")).isEqualTo(Map.of());
    }

    private Map<String, Integer> segments(String language) {
        Map<String, Integer> segments = new TreeMap<>();
        for (String key : TextsCommand.messages(texts)) {
            segments.put(key, Segments.of(TextsCommand.sample(texts, key, language)));
        }
        return segments;
    }

    @Test
    void english_messages_stay_within_the_plain_latin_alphabet() {
        assertThat(TextsCommand.messages(texts)).allMatch(key -> Segments.latin(TextsCommand.sample(texts, key, "en")));
    }
}
