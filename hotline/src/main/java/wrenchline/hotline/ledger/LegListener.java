package wrenchline.hotline.ledger;

import java.time.Instant;

/**
 * Hears what the ledger says. After a restart rows are read again from the beginning of the oldest channel that was alive, so
 * everything done here must be safe to repeat.
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

    /** Something failed: what was not dealt with is read again, so what was kept of it in memory is to be forgotten. */
    default void rewound() {}

    /** The channel is gone and nobody saw how: the telephone system was killed. */
    void lost(Leg leg, Instant at);
}
