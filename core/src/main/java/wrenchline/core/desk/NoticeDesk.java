package wrenchline.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import wrenchline.core.notice.Messenger.Lookup;
import wrenchline.core.notice.Messenger.Submission;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEffect;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.SendingRules;

/** Carries the outbox to the providers: marked first, then sent; asked about before anything is sent again. */
public final class NoticeDesk {

    private static final int BATCH = 50;

    private final Desk desk;
    private final Providers providers;
    private final SendingRules rules;
    private final Executor executor;

    /**
     * @param executor carries out what was marked; one that has no room keeps the outbox waiting
     */
    public NoticeDesk(Desk desk, Providers providers, SendingRules rules, Executor executor) {
        this.desk = desk;
        this.providers = providers;
        this.rules = rules;
        this.executor = executor;
    }

    /** Submits what is due, and asks about what must be asked about; tells how many. */
    public int submitDue() {
        List<Task> tasks = desk.transactions().call(books -> {
            Dispatching dispatching = new Dispatching(books, providers, rules, now());
            return books.notices().due(now(), BATCH).stream()
                    .flatMap(due -> dispatching.mark(due).stream().map(effect -> new Task(due.facts(), effect)))
                    .toList();
        });
        tasks.forEach(task -> executor.execute(() -> carryOut(task)));
        return tasks.size();
    }

    /** Keeps what a provider says of something that it took. */
    public void receipt(Receipt receipt) {
        desk.transactions().run(books -> settling(books).receipt(receipt));
    }

    private record Task(Notice notice, NoticeEffect effect) {}

    private void carryOut(Task task) {
        switch (task.effect()) {
            case NoticeEffect.Submit(String provider) -> submit(task.notice(), provider);
            case NoticeEffect.Ask(String provider) -> ask(task.notice(), provider);
        }
    }

    private void submit(Notice notice, String provider) {
        Submission submission = providers
                .named(provider)
                .map(messenger -> messenger.submit(notice))
                .orElseGet(() -> new Submission.NotHere(provider + " is no provider any more"));
        providers.noted(provider, submission, now());
        desk.transactions().run(books -> tell(settling(books), notice, provider, submission));
    }

    private static void tell(Settling settling, Notice notice, String provider, Submission submission) {
        NoticeId id = notice.id();
        switch (submission) {
            case Submission.Accepted(List<String> ids) -> settling.accepted(notice, provider, ids);
            case Submission.NotNow(String reason) -> settling.tell(id, new NoticeEvent.Postponed(reason));
            case Submission.NotHere(String reason) -> settling.tell(id, new NoticeEvent.Declined(reason));
            case Submission.Refused(String reason) -> settling.tell(id, new NoticeEvent.Failed(reason));
            case Submission.Unclear(String reason) -> settling.tell(id, new NoticeEvent.OutcomeUnknown(reason));
        }
    }

    private void ask(Notice notice, String provider) {
        List<String> ids = desk.transactions().call(books -> books.traffic().ids(notice.id()));
        Lookup lookup = providers
                .named(provider)
                .map(messenger -> messenger.ask(notice, ids))
                .orElseGet(() -> new Lookup.Silent(provider + " is no provider any more"));
        desk.transactions().run(books -> {
            Settling settling = settling(books);
            switch (lookup) {
                case Lookup.Has(List<String> known, Receipt.Outcome outcome) ->
                    settling.found(notice, provider, known, outcome);
                case Lookup.Never() -> settling.tell(notice.id(), new NoticeEvent.NeverHad());
                case Lookup.Silent _ -> settling.untold(notice, provider);
            }
        });
    }

    private Settling settling(Books books) {
        return new Settling(books, rules.doubt(), now());
    }

    private Instant now() {
        return desk.clock().instant();
    }
}
