package wrenchline.core.callback;

import java.time.Instant;

/** Every number that was dialled, and when (外呼登记). */
public interface Dials {

    void note(String number, Instant at);

    /** How often {@code number} was dialled from {@code since} on. */
    int count(String number, Instant since);
}
