package wrenchline.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a simulated machine takes commands. As every device must, it does a command once, however often it comes, and answers each time;
 * and it does none whose time is over.
 */
final class SimulatedController {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern KIND = Pattern.compile("\"kind\":\"(\\w+)\"");
    private static final Pattern EXPIRES = Pattern.compile("\"expires\":(\\d+)}$");
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, String> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private boolean startInhibited;

    synchronized boolean startInhibited() {
        return startInhibited;
    }

    /** Does {@code command}, as JSON, and returns the answer; an empty one to what is no command. */
    synchronized String answer(String command, long nowMillis) {
        Matcher id = ID.matcher(command);
        Matcher kind = KIND.matcher(command);
        Matcher expires = EXPIRES.matcher(command);
        if (!id.find() || !kind.find() || !expires.find()) {
            return "";
        }
        return answers.computeIfAbsent(id.group(1), unknown -> {
            String refusal = nowMillis < Long.parseLong(expires.group(1)) ? refusal(kind.group(1)) : "its time is over";
            String outcome = refusal.isEmpty() ? "true" : "false, \"reason\": \"" + refusal + "\"";
            return "{\"id\": \"" + unknown + "\", \"ok\": " + outcome + "}";
        });
    }

    /** Does it; empty when it did. */
    private String refusal(String kind) {
        switch (kind) {
            case "InhibitStart" -> startInhibited = true;
            case "ReleaseStart" -> startInhibited = false;
            case "SetLimit", "Rebirth" -> {}
            default -> {
                return "this machine knows no " + kind;
            }
        }
        return "";
    }
}
