package wrenchline.dashboard.memory;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Push;

/** A provider that posts a number, a space and a text. */
record SamplePush() implements Push {

    @Override
    public String provider() {
        return "sample";
    }

    @Override
    public boolean isSecret(String given) {
        return given.equals("sample-secret");
    }

    @Override
    public boolean isSigned(byte[] body, String signature) {
        return signature.equals("5a");
    }

    @Override
    public Optional<Thanks> take(String contentType, byte[] body, Inbox inbox) {
        String[] words = new String(body, StandardCharsets.UTF_8).split(" ", 2);
        if (words.length < 2) {
            return Optional.empty();
        }
        inbox.message(new Incoming("sample", words[0], words[1]));
        return Optional.of(new Thanks("text/plain", "thank you"));
    }
}
