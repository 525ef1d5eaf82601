package wrenchline.bench.sms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import wrenchline.testkit.sms.Submitted;

/**
 * The centre's count against the outbox.
 *
 * @param messages in the outbox
 * @param taken how many segments the centre took
 * @param doubts how many times a message was sent again because nobody could tell
 * @param lost segments of messages that count as sent, which the centre never had
 * @param twice segments that the centre has more often than the doubts of their message allow
 * @param unknown what the centre took and is in no outbox
 */
record Balance(int messages, int taken, int doubts, List<String> lost, List<String> twice, List<String> unknown) {

    boolean isClean() {
        return lost.isEmpty() && twice.isEmpty() && unknown.isEmpty();
    }

    static Balance of(JsonNode outbox, List<Submitted> taken) {
        List<String> lost = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        Set<Submitted> known = new HashSet<>();
        int doubts = 0;
        for (JsonNode notice : outbox) {
            int doubted = notice.path("state").path("doubts").size();
            doubts += doubted;
            int segments = notice.path("segments").asInt();
            for (int segment = 1; segment <= segments; segment++) {
                List<Submitted> copies = copies(notice, segment, segments, taken);
                known.addAll(copies);
                String name = notice.path("id").asText() + " segment " + segment;
                if (copies.isEmpty() && isSent(notice)) {
                    lost.add(name);
                }
                if (copies.size() > 1 + doubted) {
                    twice.add(name + ": " + copies.size() + " times, " + doubted + " doubts");
                }
            }
        }
        List<String> unknown = taken.stream()
                .filter(one -> !known.contains(one))
                .map(Submitted::text)
                .toList();
        return new Balance(outbox.size(), taken.size(), doubts, lost, twice, unknown);
    }

    private static List<Submitted> copies(JsonNode notice, int segment, int segments, List<Submitted> taken) {
        String text = notice.path("text").asText();
        int reference = UUID.fromString(notice.path("id").asText()).hashCode() & 0xff;
        return taken.stream()
                .filter(one -> one.to().endsWith(notice.path("to").asText())
                        && one.segments() == segments
                        && one.segment() == segment
                        && (segments == 1 ? text.equals(one.text()) : text.contains(one.text()))
                        && (segments == 1 || one.reference() == reference))
                .toList();
    }

    private static boolean isSent(JsonNode notice) {
        return switch (type(notice)) {
            case "Accepted", "Delivered" -> true;
            default -> false;
        };
    }

    /** The state by its name. */
    static String type(JsonNode notice) {
        return notice.path("state").path("type").asText();
    }
}
