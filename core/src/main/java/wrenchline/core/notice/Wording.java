package wrenchline.core.notice;

import java.util.Map;

/** The texts of messages in both languages. */
public interface Wording {

    /**
     * The text of {@code key}, for instance {@code sms.dispatch}, in {@code language} ({@code zh} or {@code en}), with every
     * <code>{name}</code> replaced.
     *
     * @throws IllegalArgumentException when there is no such text or a name has no value
     */
    String text(String key, String language, Map<String, String> values);
}
