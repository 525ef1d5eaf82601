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
        assertThat(ofSeveral("zh")).isEqualTo(Map.of("sms.dispatch", 2));
        assertThat(ofSeveral("en")).isEqualTo(Map.of("sms.callback", 2));
    }

    /** The messages that take more than one. */
    private Map<String, Integer> ofSeveral(String language) {
        Map<String, Integer> several = new TreeMap<>();
        for (String key : TextsCommand.messages(texts)) {
            int segments = Segments.of(TextsCommand.sample(texts, key, language));
            if (segments > 1) {
                several.put(key, segments);
            }
        }
        return several;
    }

    @Test
    void english_messages_stay_within_the_plain_latin_alphabet() {
        assertThat(TextsCommand.messages(texts)).allMatch(key -> Segments.latin(TextsCommand.sample(texts, key, "en")));
    }
}
