package wrenchline.store.sql;

import java.util.ArrayList;
import java.util.List;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Link;
import wrenchline.core.promise.PromiseId;

/** The journals of evidence as they were written. */
public final class Journals {

    private final SqlTransactions transactions;

    Journals(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    /** One journal, a line for each entry, oldest first. */
    public List<String> lines(PromiseId promise) {
        List<Link> links = transactions.repeatably(handle -> new SqlEvidenceJournal(handle).links(promise));
        List<String> lines = new ArrayList<>();
        Chain end = Chain.of(promise);
        for (Link link : links) {
            lines.add(JournalLine.write(end, link));
            end = end.after(link);
        }
        return lines;
    }
}
