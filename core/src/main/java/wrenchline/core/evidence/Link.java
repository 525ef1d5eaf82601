package wrenchline.core.evidence;

import java.time.Instant;

/**
 * One entry of a journal as it was written, with its seal.
 *
 * @param entry the evidence as JSON, keys sorted, without blanks
 * @param hash SHA-256, lower-case hexadecimal
 */
public record Link(long sequence, Instant at, String entry, String hash) {}
