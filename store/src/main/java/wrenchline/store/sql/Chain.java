package wrenchline.store.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import wrenchline.store.sql.SqlEvidenceJournal.Link;

/** The end of a chain of evidence, to which the next entry is sealed (证据链). Sequences count from 1. */
record Chain(long sequence, String hash) {

    private static final String ORIGIN = "0".repeat(64);

    /** The end of a chain that has no entry yet. */
    static Chain first() {
        return new Chain(0, ORIGIN);
    }

    static Chain after(Link last) {
        return new Chain(last.sequence(), last.hash());
    }

    /** The next entry, sealed. */
    Link seal(Instant at, String entry) {
        long next = sequence + 1;
        String sealed = hash + "\n" + next + "\n" + at + "\n" + entry;
        return new Link(next, at, entry, sha256(sealed));
    }

    /** Whether {@code link} is what was sealed to this end. */
    boolean holds(Link link) {
        return seal(link.at(), link.entry()).equals(link);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("sealing evidence: every JDK has SHA-256", e);
        }
    }
}
