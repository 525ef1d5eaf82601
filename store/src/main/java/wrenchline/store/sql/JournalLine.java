package wrenchline.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.Link;
import wrenchline.core.evidence.Sha256;
import wrenchline.core.promise.PromiseId;

/**
 * An entry of a journal as one line of an archive: exactly what was hashed. Entries of the first form, which was four lines of text,
 * are that text as one JSON string.
 *
 * @param before the end of the journal to which it says it was sealed
 * @param link it, sealed to that end
 */
public record JournalLine(Chain before, Link link, Evidence evidence) {

    /** {@code link}, which was sealed to {@code before}, as a line. */
    static String write(Chain before, Link link) {
        if (before.holdsOld(link)) {
            return Json.write(String.class, before.oldText(link.at(), link.entry()));
        }
        return before.line(link.at(), link.entry());
    }

    /**
     * Reads a line; its hash is computed.
     *
     * @param promise whose journal it stands in
     * @throws IllegalArgumentException when it is no entry of that journal, or is not written as entries are
     */
    public static JournalLine read(PromiseId promise, String line) {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            return node.isTextual() ? old(promise, node.textValue()) : fresh(promise, line, node);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("reading an entry: this is none of journal " + promise, e);
        }
    }

    private static JournalLine fresh(PromiseId promise, String line, JsonNode node) {
        Chain before = new Chain(
                promise,
                node.required("sequence").longValue() - 1,
                node.required("previous").textValue());
        String entry = Json.sorted(node.required("entry"));
        Instant at = Instant.parse(node.required("at").textValue());
        if (!UUID.fromString(node.required("promise").textValue()).equals(promise.value())
                || !before.line(at, entry).equals(line)) {
            throw new IllegalArgumentException("it is not written as entries are");
        }
        return new JournalLine(before, before.seal(at, entry), Json.read(Evidence.class, entry));
    }

    private static JournalLine old(PromiseId promise, String text) {
        String[] parts = text.split("\n", 4);
        Chain before = new Chain(promise, Long.parseLong(parts[1]) - 1, parts[0]);
        Instant at = Instant.parse(parts[2]);
        if (!before.oldText(at, parts[3]).equals(text)) {
            throw new IllegalArgumentException("it is not written as entries were");
        }
        Link link = new Link(before.sequence() + 1, at, parts[3], Sha256.of(text));
        return new JournalLine(before, link, Json.read(Evidence.class, parts[3]));
    }
}
