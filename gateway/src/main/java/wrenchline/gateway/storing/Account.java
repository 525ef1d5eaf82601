package wrenchline.gateway.storing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.reading.Ledger;

/** What is to be added to a machine's books, by day. */
final class Account {

    private static final long SECONDS_A_DAY = 86_400;

    private final String machine;
    private final List<Tally> tallies = new ArrayList<>(1);
    private @Nullable Tally last;
    private boolean open;

    Account(String machine) {
        this.machine = machine;
    }

    /** The counts of one day. */
    static final class Tally {
        private final long epochDay;
        long received;
        long stored;
        long quarantined;
        long duplicate;
        long late;

        private Tally(long epochDay) {
            this.epochDay = epochDay;
        }

        LocalDate day() {
            return LocalDate.ofEpochDay(epochDay);
        }
    }

    String machine() {
        return machine;
    }

    /** The counts of the UTC day of {@code at}. */
    Tally on(Instant at) {
        long day = Math.floorDiv(at.getEpochSecond(), SECONDS_A_DAY);
        Tally recent = last;
        if (recent == null || recent.epochDay != day) {
            recent = find(day);
            last = recent;
        }
        return recent;
    }

    private Tally find(long day) {
        for (Tally tally : tallies) {
            if (tally.epochDay == day) {
                return tally;
            }
        }
        Tally fresh = new Tally(day);
        tallies.add(fresh);
        return fresh;
    }

    /** It is on the page that is written next; false when it was already. */
    boolean open() {
        boolean first = !open;
        open = true;
        return first;
    }

    /** Adds what was counted to {@code counts}, and begins at zero. */
    void drainTo(List<Ledger.Count> counts) {
        for (Tally tally : tallies) {
            counts.add(new Ledger.Count(
                    machine,
                    tally.day(),
                    tally.received,
                    tally.stored,
                    tally.quarantined,
                    tally.duplicate,
                    tally.late));
        }
        tallies.clear();
        last = null;
        open = false;
    }
}
