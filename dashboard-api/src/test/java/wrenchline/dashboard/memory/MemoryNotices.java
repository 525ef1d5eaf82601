package wrenchline.dashboard.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Notices;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;

/** The outbox in memory; its codes count up, so that a test knows them. */
public final class MemoryNotices extends MemoryBook<NoticeId, Notice, NoticeState, NoticeEvent> implements Notices {

    private int lastCode = 4826;

    MemoryNotices(MemoryChanges changes) {
        super("notice", Notice::id, changes);
    }

    @Override
    public String freeCode(Instant now) {
        return Integer.toString(++lastCode);
    }

    @Override
    public Optional<Tracked<Notice, NoticeState>> withoutReceipt(Instant acceptedBefore) {
        return Optional.empty();
    }

    @Override
    public Optional<Tracked<Notice, NoticeState>> withCode(String code, Instant now) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(notice -> notice.facts().code().equals(code))
                .findFirst();
    }

    @Override
    public List<Tracked<Notice, NoticeState>> askedOf(String number, Instant now) {
        Instant oldest = now.minus(Duration.ofDays(7));
        return newest(Integer.MAX_VALUE).stream()
                .filter(notice -> notice.facts().to().equals(number))
                .filter(notice -> !notice.facts().code().isEmpty())
                .filter(notice -> notice.facts().created().isAfter(oldest))
                .toList();
    }

    @Override
    public List<Tracked<Notice, NoticeState>> to(String number, Instant since) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(notice -> notice.facts().to().equals(number))
                .filter(notice -> notice.facts().created().isAfter(since))
                .toList();
    }

    @Override
    public List<Instant> handedOver(String number, Instant since, int atMost) {
        return to(number, since).stream()
                .filter(notice -> !(notice.state() instanceof NoticeState.Queued))
                .map(notice -> notice.facts().created())
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Tracked<Notice, NoticeState>> newest(int atMost) {
        return newestFirst(Comparator.comparing(Notice::created)).stream()
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Tracked<Notice, NoticeState>> of(TicketId ticket) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(notice -> notice.facts().ticket().equals(ticket))
                .toList();
    }

    @Override
    public Optional<Page<Tracked<Notice, NoticeState>>> page(Excerpt excerpt) {
        return Optional.of(new Page<>(newest(excerpt.most()), null));
    }
}
