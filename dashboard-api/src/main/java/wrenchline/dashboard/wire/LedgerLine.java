package wrenchline.dashboard.wire;

import wrenchline.core.reading.LedgerCheck;

/**
 * One machine's day in the books.
 *
 * @param machine empty for messages of which nobody can say whose they are
 * @param day as ISO-8601, in UTC
 * @param late of those stored, how many came after a newer one
 * @param settled false while the books may only lie behind what came in a moment ago
 */
public record LedgerLine(
        String machine,
        String day,
        long received,
        long stored,
        long quarantined,
        long duplicate,
        long late,
        long inHistory,
        long inQuarantine,
        boolean agrees,
        boolean settled) {

    /** @param waited whether it was waited for books that are still being written */
    public static LedgerLine of(LedgerCheck.Line line, boolean waited) {
        return new LedgerLine(
                line.count().machine(),
                line.count().day().toString(),
                line.count().received(),
                line.count().stored(),
                line.count().quarantined(),
                line.count().duplicate(),
                line.count().late(),
                line.inHistory(),
                line.inQuarantine(),
                line.agrees(),
                line.agrees() || waited);
    }
}
