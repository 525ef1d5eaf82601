package wrenchline.core.evidence;

import java.time.Instant;
import wrenchline.core.promise.PromiseId;

/**
 * The end of a journal, to which the next entry is sealed (证据链). Sequences count from 1. What is hashed is one line of JSON with
 * sorted keys, which holds the hash of the line before: anybody can recompute it with {@code sha256sum}.
 */
public record Chain(PromiseId promise, long sequence, String hash) {

    /** What stands for the hash before the first entry. */
    public static final String ORIGIN = "0".repeat(64);

    /** The end of a journal that has no entry yet. */
    public static Chain of(PromiseId promise) {
        return new Chain(promise, 0, ORIGIN);
    }

    public Chain after(Link last) {
        return new Chain(promise, last.sequence(), last.hash());
    }

    /** The next entry, sealed. */
    public Link seal(Instant at, String entry) {
        return new Link(sequence + 1, at, entry, Sha256.of(line(at, entry)));
    }

    /** The line that is hashed for the next entry. */
    public String line(Instant at, String entry) {
        return "{\"at\":\"" + at + "\",\"entry\":" + entry + ",\"previous\":\"" + hash + "\",\"promise\":\"" + promise
                + "\",\"sequence\":" + (sequence + 1) + "}";
    }

    /** What was hashed at first: four lines of text. Journals of that time go on with lines of JSON. */
    public String oldText(Instant at, String entry) {
        return hash + "\n" + (sequence + 1) + "\n" + at + "\n" + entry;
    }

    /** Whether {@code link} is what was sealed to this end. */
    public boolean holds(Link link) {
        return seal(link.at(), link.entry()).equals(link) || holdsOld(link);
    }

    /** Whether {@code link} was sealed to this end as four lines of text. */
    public boolean holdsOld(Link link) {
        return link.sequence() == sequence + 1 && link.hash().equals(Sha256.of(oldText(link.at(), link.entry())));
    }
}
