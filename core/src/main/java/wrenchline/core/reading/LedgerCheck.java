package wrenchline.core.reading;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Recounts the history and the quarantine, and compares with the books (对账). Readings may come in meanwhile: the history is ahead of
 * the books for a moment then, so it must lie between the books before and those after.
 */
public record LedgerCheck(Ledger ledger, Readings history) {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private record Account(String machine, LocalDate day) implements Comparable<Account> {
        static Account of(DayCount count) {
            return new Account(count.equipment().value(), count.day());
        }

        @Override
        public int compareTo(Account other) {
            int days = day.compareTo(other.day);
            return days != 0 ? days : machine.compareTo(other.machine);
        }
    }

    /**
     * One machine's day.
     *
     * @param count what the books say
     * @param inHistory readings that are in the history, or were when retention took the day
     * @param inQuarantine messages that are in quarantine
     */
    public record Line(Ledger.Count count, long inHistory, long inQuarantine, boolean agrees) {}

    /** Both days included; waits for books that are still being written, as long as that may take. */
    public List<Line> run(LocalDate from, LocalDate to) {
        return run(from, to, BooksPace.patience());
    }

    /** @param patience how long to wait at most for books that are still being written */
    public List<Line> run(LocalDate from, LocalDate to, Duration patience) {
        Ledger.Books before = ledger.books(from, to);
        List<DayCount> recount = recount(from, to);
        List<Line> lines = lines(before, recount, before);
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && !lines.stream().allMatch(Line::agrees)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            lines = lines(before, recount, ledger.books(from, to));
        }
        return lines;
    }

    /** As {@link #run}, and without waiting for books that nobody writes. */
    public List<Line> compare(LocalDate from, LocalDate to) {
        Ledger.Books books = ledger.books(from, to);
        return lines(books, recount(from, to), books);
    }

    private List<DayCount> recount(LocalDate from, LocalDate to) {
        return history.counts(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static List<Line> lines(Ledger.Books before, List<DayCount> recount, Ledger.Books after) {
        Map<Account, Ledger.Count> earlier = byAccount(before.counts());
        Map<Account, Ledger.Count> later = byAccount(after.counts());
        Map<Account, Ledger.Count> held = byAccount(after.quarantined());
        Map<Account, Long> kept = new HashMap<>();
        recount.forEach(count -> kept.put(Account.of(count), count.readings()));
        // What retention took was counted just before.
        after.purged().forEach(count -> kept.put(Account.of(count), count.readings()));
        TreeSet<Account> accounts = new TreeSet<>(later.keySet());
        accounts.addAll(held.keySet());
        accounts.addAll(kept.keySet());
        List<Line> lines = new ArrayList<>();
        for (Account account : accounts) {
            Ledger.Count none = new Ledger.Count(account.machine(), account.day(), 0, 0, 0, 0, 0);
            Ledger.Count count = Objects.requireNonNullElse(later.get(account), none);
            long inHistory = Objects.requireNonNullElse(kept.get(account), 0L);
            long inQuarantine =
                    Objects.requireNonNullElse(held.get(account), none).quarantined();
            boolean agrees = count.balances()
                    && count.quarantined() == inQuarantine
                    && inHistory <= count.stored()
                    && inHistory
                            >= Objects.requireNonNullElse(earlier.get(account), none)
                                    .stored();
            lines.add(new Line(count, inHistory, inQuarantine, agrees));
        }
        return lines;
    }

    private static Map<Account, Ledger.Count> byAccount(List<Ledger.Count> counts) {
        Map<Account, Ledger.Count> map = new HashMap<>();
        counts.forEach(count -> map.put(new Account(count.machine(), count.day()), count));
        return map;
    }
}
