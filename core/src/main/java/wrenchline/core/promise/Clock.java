package wrenchline.core.promise;

/** Whose clock a promise has (计时类别). */
public enum Clock {
    /** The contract's: holidays, nights and waiting included, it never pauses. */
    CONTRACT,
    /** Our own: it may pause with a reason and somebody's approval. */
    INTERNAL
}
