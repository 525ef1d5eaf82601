package wrenchline.store.archive;

/**
 * Something in an archive that is not as it was written.
 *
 * @param place the file, with the entry where it is a journal
 * @param what in one sentence
 */
public record Flaw(String place, String what) {}
