package wrenchline.gateway.storing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Standing;

/** What the next entry in the books will hold. */
final class OpenPage {

    /** Machines whose counts or standing changed. */
    private final List<Machine> changed = new ArrayList<>();

    /** For messages of which nobody can say whose they are. */
    private final Account nobody = new Account("");

    private final List<Ledger.Page.Held> quarantined = new ArrayList<>();
    private final List<UUID> replayed = new ArrayList<>();

    Account nobody() {
        return nobody;
    }

    void changed(Machine machine) {
        if (machine.account().open()) {
            changed.add(machine);
        }
    }

    /** Whose counts or standing it holds. */
    int machines() {
        return changed.size();
    }

    /** {@code message} goes to quarantine and counts in {@code account}. */
    void quarantine(Quarantined message, Account account, Instant day, UUID replayOf) {
        Account.Tally tally = account.on(day);
        tally.quarantined++;
        quarantined.add(new Ledger.Page.Held(message, account.machine(), tally.day(), replayOf));
    }

    /** {@code message} came out of quarantine. */
    void replayed(UUID message) {
        replayed.add(message);
    }

    /** Messages to be put in quarantine. */
    int quarantined() {
        return quarantined.size();
    }

    /** Everything so far. Begins afresh. */
    Ledger.Page close(long position) {
        List<Ledger.Count> counts = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        for (Machine machine : changed) {
            machine.account().drainTo(counts);
            if (!machine.standing().newest().equals(Instant.MIN)) {
                standings.add(machine.standing());
            }
        }
        nobody.drainTo(counts);
        Ledger.Page page = new Ledger.Page(position, counts, standings, quarantined, replayed);
        changed.clear();
        quarantined.clear();
        replayed.clear();
        return page;
    }
}
