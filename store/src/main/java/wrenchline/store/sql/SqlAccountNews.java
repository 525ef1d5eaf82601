package wrenchline.store.sql;

import java.util.List;
import wrenchline.core.desk.Change;
import wrenchline.core.desk.Changes;
import wrenchline.core.device.AccountNews;
import wrenchline.core.equipment.EquipmentId;

/** Finds in the journal which accounts changed. */
record SqlAccountNews(SqlTransactions transactions, Changes changes) implements AccountNews {

    private static final int BATCH = 1_000;

    @Override
    public News after(long position) {
        if (position == BEGINNING) {
            // Asked first: what changes in between is told again.
            long newest = changes.newest();
            return new News(newest, transactions.call(books -> books.accounts().list()));
        }
        List<Change> news = changes.after(position, BATCH);
        List<EquipmentId> changed = news.stream()
                .filter(change -> change.subject().equals(BookTable.DEVICE_ACCOUNTS.name()))
                .map(change -> new EquipmentId(change.id()))
                .distinct()
                .toList();
        long next = news.isEmpty() ? position : news.getLast().position();
        return changed.isEmpty()
                ? new News(next, List.of())
                : new News(
                        next,
                        transactions.call(books -> changed.stream()
                                .flatMap(id -> books.accounts().look(id).stream())
                                .toList()));
    }
}
