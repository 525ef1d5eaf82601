package wrenchline.gateway.storing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.BooksPace;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.intake.Entry;
import wrenchline.gateway.intake.Follower;
import wrenchline.gateway.intake.Retry;
import wrenchline.gateway.payload.PlainText;

/**
 * Brings what arrived to where it stays: readings into the history, once each, what was not understood into quarantine, and how much
 * it was into the books. Quarantine, books and the position in the log are one transaction, so that the books count each entry once,
 * however often it is seen.
 */
public final class Storing implements Follower.Work {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private final Ledger ledger;
    private final Retry retry;
    private final Duration booksEvery;
    private final StoringState.Counting counting = new StoringState.Counting();
    private final HistoryWriter writer;
    private final Machines machines;
    private final Duplicates duplicates;
    private final OpenPage page = new OpenPage();
    private final List<Taken> fresh = new ArrayList<>();
    private long settled;
    private long settledAt = System.nanoTime();

    /** @param booksEvery how often at most the books are written */
    public Storing(Readings history, Ledger ledger, Retry retry, Duration booksEvery, long settled) {
        this.ledger = ledger;
        this.retry = retry;
        this.booksEvery = booksEvery;
        this.settled = settled;
        this.writer = new HistoryWriter(history, retry, counting);
        this.machines = new Machines(wanted -> retry.until("reading the books", () -> ledger.standings(wanted)));
        this.duplicates = new Duplicates(
                readings -> retry.until("looking for readings in the history", () -> history.find(readings)));
    }

    public StoringState state() {
        return counting.now();
    }

    @Override
    public void take(List<Entry> entries) {
        Set<EquipmentId> heard = new HashSet<>();
        List<Taken> readings = new ArrayList<>();
        for (Entry entry : entries) {
            entry.machine().ifPresent(heard::add);
            for (Taken taken : entry.readings()) {
                heard.add(taken.reading().equipment());
                readings.add(taken);
            }
        }
        machines.fetch(heard);
        duplicates.begin(readings, machines);
        entries.forEach(this::judge);
        writer.keep(fresh, this::refused);
        fresh.clear();
        heard.forEach(machine -> machines.get(machine).keys().trim());
    }

    /** A bug that one entry brings out must not stop those after it. */
    private void judge(Entry entry) {
        if (entry.isReplay()) {
            page.replayed(entry.replayOf());
        }
        try {
            entry.readings().forEach(taken -> judge(taken, entry.isReplay()));
            String fault = entry.fault();
            if (!fault.isEmpty()) {
                quarantine(entry, fault);
            }
        } catch (Retry.Abandoned e) {
            throw e;
        } catch (RuntimeException bug) {
            LOG.error("storing the entry at {}: quarantined", entry.position(), bug);
            quarantine(entry, "storing it failed with " + bug);
        }
    }

    private void judge(Taken taken, boolean replay) {
        Machine machine = machines.get(taken.reading().equipment());
        boolean late = machine.standing().isLate(taken.reading());
        boolean duplicate = duplicates.isDuplicate(taken, replay, machine);
        Account.Tally tally = machine.account().on(taken.reading().at());
        tally.received++;
        if (duplicate) {
            tally.duplicate++;
            counting.duplicate();
        } else {
            tally.stored++;
            tally.late += late ? 1 : 0;
            fresh.add(taken);
        }
        page.changed(machine);
    }

    private void refused(Taken taken, String reason) {
        Reading reading = taken.reading();
        Machine machine = machines.get(reading.equipment());
        machine.account().on(reading.at()).stored--;
        page.quarantine(
                held(taken.intake(), reading.received(), Restated.of(reading), "the history refuses it: " + reason),
                machine.account(),
                reading.at(),
                Quarantined.LIVE);
        counting.quarantined();
    }

    private void quarantine(Entry entry, String reason) {
        Account account = entry.machine().map(this::accountOf).orElse(page.nobody());
        account.on(entry.received()).received++;
        page.quarantine(
                held(entry.position(), entry.received(), entry.original(), reason),
                account,
                entry.received(),
                entry.replayOf());
        counting.quarantined();
    }

    private Account accountOf(EquipmentId id) {
        Machine machine = machines.get(id);
        page.changed(machine);
        return machine.account();
    }

    private static Quarantined held(long number, Instant received, Entry.Original original, String reason) {
        return new Quarantined(
                // The same when the entry is seen again.
                UUID.nameUUIDFromBytes(("intake " + number).getBytes(StandardCharsets.UTF_8)),
                received,
                PlainText.of(original.source()),
                PlainText.of(original.topic()),
                original.payload(),
                PlainText.of(reason));
    }

    @Override
    public long settle(long position, boolean now) {
        long rest = BooksPace.rest(booksEvery, page.machines()).toNanos();
        boolean due = now || System.nanoTime() - settledAt >= rest;
        if (position > settled && due) {
            Ledger.Page full = page.close(position);
            retry.until("entering the books", () -> ledger.enter(full));
            settled = position;
            settledAt = System.nanoTime();
            machines.trim();
        }
        return settled;
    }
}
