package wrenchline.gateway.storing;

import java.time.Instant;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Standing;

/** What is known of one machine while its readings come in. */
final class Machine {

    private final Account account;
    private final RecentKeys keys;
    private Standing standing;

    /** @param standing as the books have it: which readings it has below its newest, they do not say */
    Machine(Standing standing) {
        this.standing = standing;
        this.account = new Account(standing.equipment().value());
        this.keys =
                new RecentKeys(standing.newest().equals(Instant.MIN) ? Long.MIN_VALUE : Micros.of(standing.newest()));
    }

    Standing standing() {
        return standing;
    }

    Account account() {
        return account;
    }

    RecentKeys keys() {
        return keys;
    }

    /**
     * Takes {@code reading} as new; false when it is one of the last already.
     *
     * @param replay whether it came out of quarantine: when it did says nothing of the machine's clock
     */
    boolean takes(Reading reading, boolean replay) {
        boolean isNew = keys.add(Micros.of(reading.at()), reading.digest());
        if (isNew) {
            standing = standing.with(
                    replay
                            ? new Reading(
                                    reading.equipment(), reading.at(), reading.at(), reading.seq(), reading.values())
                            : reading);
        }
        return isNew;
    }
}
