package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.notice.Notice;
import wrenchline.core.promise.Promise;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Timed;
import wrenchline.core.transition.Tracked;

/**
 * Watches those who watch the clocks (值守). When a step is overdue, because a sweep is stuck, or a message does not leave, because its
 * provider is silent, it says so, and has the supervisors rung and told of the ticket: by the telephone, which needs neither.
 */
public final class Watch {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_WITH_PROVIDER = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_RECEIPTS = Duration.ofMinutes(15);

    /** For one trouble nobody is rung more often. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Desk desk;
    private final AtomicReference<Optional<Trouble>> trouble = new AtomicReference<>(Optional.empty());

    public Watch(Desk desk) {
        this.desk = desk;
    }

    /** What does not move. */
    public enum Kind {
        /** Promises, escalations, callbacks or complaints that are due are not looked at (扫描停滞). */
        STUCK_SWEEP,
        /** Short messages do not leave (短信通道无响应). */
        SILENT_PROVIDER,
        /** A provider takes short messages and no longer says what becomes of them (短信无回执). */
        NO_RECEIPTS
    }

    /** @param since when it should have moved */
    public record Trouble(Kind kind, TicketId ticket, Instant since) {}

    /** What was wrong at the last look. */
    public Optional<Trouble> trouble() {
        return trouble.get();
    }

    /** Looks, and raises the alarm where something does not move. */
    public Optional<Trouble> look() {
        Optional<Trouble> found = desk.transactions().call(books -> {
            Instant now = desk.clock().instant();
            Optional<Trouble> wrong = find(books, now);
            wrong.ifPresent(one -> ring(books, one, now));
            return wrong;
        });
        trouble.set(found);
        return found;
    }

    private static Optional<Trouble> find(Books books, Instant now) {
        Instant stuck = now.minus(PATIENCE);
        Stream<Trouble> sweeps = Stream.of(
                        overdue(books.promises(), stuck, Promise::ticket),
                        overdue(books.escalations(), stuck, Escalation::ticket),
                        overdue(books.callbacks(), stuck, Callback::ticket),
                        overdue(books.complaints(), stuck, Complaint::ticket))
                .flatMap(Optional::stream)
                .map(late -> new Trouble(Kind.STUCK_SWEEP, late.ticket(), late.since()));
        return sweeps.findFirst()
                .or(() -> overdue(books.notices(), now.minus(PATIENCE_WITH_PROVIDER), Notice::ticket)
                        .map(late -> new Trouble(Kind.SILENT_PROVIDER, late.ticket(), late.since())))
                .or(() -> books.notices()
                        .withoutReceipt(now.minus(PATIENCE_WITH_RECEIPTS))
                        .map(Tracked::facts)
                        .map(notice -> new Trouble(Kind.NO_RECEIPTS, notice.ticket(), notice.created())));
    }

    private record Late(TicketId ticket, Instant since) {}

    private static <F, S extends Timed> Optional<Late> overdue(
            Book<?, F, S, ?> book, Instant before, Function<F, TicketId> ticket) {
        return book.longestDue(before)
                .map(due ->
                        new Late(ticket.apply(due.facts()), due.state().dueAt().orElse(before)));
    }

    /** The same trouble gives the same attempt for a while, in every instance of the product: it is placed once. */
    private static void ring(Books books, Trouble trouble, Instant now) {
        Instant round = Instant.ofEpochSecond(now.getEpochSecond() - now.getEpochSecond() % AGAIN.toSeconds());
        for (StaffMember supervisor : books.rosters().current().all(StaffMember.Role.SUPERVISOR)) {
            AttemptId attempt = AttemptId.of(trouble.ticket(), trouble.kind() + "/" + supervisor.id(), round);
            if (books.engagements().engage(supervisor.id(), trouble.ticket(), attempt, now)) {
                books.phoneOrders().place(new PhoneOrder.Alarm(trouble.ticket(), attempt, supervisor), now);
            }
        }
    }
}
