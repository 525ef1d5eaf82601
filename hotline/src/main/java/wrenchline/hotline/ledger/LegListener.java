package wrenchline.hotline.ledger;

import java.time.Instant;

/**
 * Hears what the ledger says. After a restart rows are read again from the beginning of the oldest affair that was not over, and after
 * a failure all rows of that affair are told again, so everything done here must be safe to repeat.
 */
public interface LegListener {

    /** A row came in; {@code leg} has taken it in already. */
    void heard(Leg leg, Row row);

    /** The channel is gone. */
    void ended(Leg leg, Instant at);

    /**
     * Whether everything is done about a channel that is gone; until then, and while a channel that belongs to it is alive, it is read
     * again after a restart.
     */
    default boolean settled(Leg leg) {
        return true;
    }

    /**
     * Somebody failed to deal with a row of {@code affair}: all its rows are told again from the first on, so what was kept of it in
     * memory is to be forgotten.
     */
    default void rewound(String affair) {}

    /** The channel is gone and nobody saw how: the telephone system was killed. */
    void lost(Leg leg, Instant at);
}
