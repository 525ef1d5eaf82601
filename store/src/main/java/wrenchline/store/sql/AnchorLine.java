package wrenchline.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.promise.PromiseId;

/** Reads an anchor from its line. */
public final class AnchorLine {

    private AnchorLine() {}

    /**
     * The anchor that {@code line} is.
     *
     * @throws IllegalArgumentException when it is none, or is not written as an anchor is
     */
    public static Anchor read(String line) {
        Anchor anchor;
        try {
            anchor = anchor(Json.MAPPER.readTree(line));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("reading an anchor: this is none", e);
        }
        if (!anchor.line().equals(line)) {
            throw new IllegalArgumentException("reading an anchor: it is not written as anchors are");
        }
        return anchor;
    }

    private static Anchor anchor(JsonNode node) {
        return new Anchor(
                node.required("number").longValue(),
                Instant.parse(node.required("at").textValue()),
                node.required("previous").textValue(),
                node.required("heads").valueStream().map(AnchorLine::head).toList());
    }

    private static Anchor.Head head(JsonNode node) {
        return new Anchor.Head(
                new PromiseId(UUID.fromString(node.required("promise").textValue())),
                node.required("sequence").longValue(),
                node.required("hash").textValue());
    }
}
