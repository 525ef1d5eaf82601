package wrenchline.hotline.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the ledger says of one channel so far. Belongs to the ledger's thread. */
public final class Leg {

    private final Row first;
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private String account = "";
    private Instant lastSeen;
    private @Nullable Instant answered;
    private @Nullable Instant joined;
    private @Nullable Instant left;
    private int cause;

    Leg(Row first) {
        this.first = first;
        this.lastSeen = first.at();
    }

    /** Takes in a row, also the first. */
    void take(Row row) {
        lines.add(row.line());
        lastSeen = row.at();
        if (!row.account().isEmpty()) {
            account = row.account();
        }
        switch (row.type()) {
            case "ANSWER" -> answered = answered == null ? row.at() : answered;
            case "BRIDGE_ENTER" -> joined = joined == null ? row.at() : joined;
            case "BRIDGE_EXIT" -> left = row.at();
            case "HANGUP" -> cause = row.cause();
            case "FALLBACK", "FALLBACK_NUMBER", "CONFIRM", "TOLD_LATE", "CONSENT" -> said.put(row.type(), row.said());
            default -> {}
        }
    }

    /** The row with which the channel began. */
    public Row first() {
        return first;
    }

    /** All rows so far, as the telephone system wrote them. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    public String channel() {
        return first.channel();
    }

    /** Whether the product began it: then all that belongs to it is linked to its own id. */
    public boolean leads() {
        return first.channel().equals(first.linked());
    }

    /** The callback for which the product dialled; empty otherwise. */
    public String account() {
        return account;
    }

    public Optional<Instant> answered() {
        return Optional.ofNullable(answered);
    }

    /** When it first entered a bridge. */
    public Optional<Instant> joined() {
        return Optional.ofNullable(joined);
    }

    /** When it last left a bridge. */
    public Optional<Instant> left() {
        return Optional.ofNullable(left);
    }

    /** When the last row of it was written. */
    public Instant lastSeen() {
        return lastSeen;
    }

    /** Why it was hung up (Q.850); 0 when not or not known. */
    public int cause() {
        return cause;
    }

    /** What our dialplan said of it with event {@code type}. */
    public Optional<String> said(String type) {
        return Optional.ofNullable(said.get(type));
    }
}
