package wrenchline.gateway.storing;

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
        this.keys = new RecentKeys(Times.micros(standing.newest()));
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

    /** Takes {@code reading} as new; false when it is one of the last already. */
    boolean takes(Reading reading) {
        boolean isNew = keys.add(Times.micros(reading.at()), reading.digest());
        if (isNew) {
            standing = standing.with(reading);
        }
        return isNew;
    }
}
