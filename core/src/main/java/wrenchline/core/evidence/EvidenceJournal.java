package wrenchline.core.evidence;

import java.time.Instant;
import java.util.List;
import wrenchline.core.promise.PromiseId;

/** The journal of a promise: append-only, each entry sealed with the hash of the one before it (证据链). */
public interface EvidenceJournal {

    /** The first entry of a promise that is made in the current transaction, so that nobody else can append to it. */
    default void begin(PromiseId promise, Evidence.Promised promised, Instant at) {
        append(promise, promised, at);
    }

    /** Appends in the current transaction. */
    void append(PromiseId promise, Evidence evidence, Instant at);

    /** All entries of one promise, oldest first. */
    List<Entry> of(PromiseId promise);

    /**
     * @param hash SHA-256 over the hash before it and this entry, lower-case hexadecimal
     */
    record Entry(long sequence, Instant at, Evidence evidence, String hash) {}
}
