package wrenchline.core.desk;

import java.time.Instant;
import java.util.List;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.promise.PromiseId;

/** Enters what became of a short message into the journals that say that it was written. */
record Receipts(Books books, Instant now) {

    void enter(Notice notice, NoticeState state) {
        EvidenceJournal journal = books.evidence();
        books.promises().of(notice.ticket()).stream()
                .map(promise -> promise.facts().id())
                .filter(promise -> speaksOf(journal, promise, notice.id()))
                .forEach(promise -> journal.append(
                        promise,
                        new Evidence.Receipt(notice.id(), state.getClass().getSimpleName(), detail(state), now),
                        now));
    }

    private static boolean speaksOf(EvidenceJournal journal, PromiseId promise, NoticeId notice) {
        List<EvidenceJournal.Entry> entries = journal.of(promise);
        return entries.stream()
                .anyMatch(entry -> entry.evidence() instanceof Evidence.Notified notified
                        && notified.notice().equals(notice));
    }

    /** What the provider says. */
    private static String detail(NoticeState state) {
        return switch (state) {
            case NoticeState.Queued _, NoticeState.Submitting _ -> "";
            case NoticeState.Accepted accepted -> accepted.providerId();
            case NoticeState.Delivered delivered -> delivered.providerId();
            case NoticeState.Unknown unknown -> unknown.reason();
            case NoticeState.Expired expired -> expired.reason();
            case NoticeState.Failed failed -> failed.reason();
        };
    }
}
