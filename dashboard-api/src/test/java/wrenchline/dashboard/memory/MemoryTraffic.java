package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.Traffic;

/** What went to providers and came from them, in memory. */
final class MemoryTraffic implements Traffic {

    private final Map<String, NoticeId> notices = new LinkedHashMap<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Map<Incoming, Instant> incoming = new LinkedHashMap<>();
    private final Set<String> stopped = new HashSet<>();

    @Override
    public void holdNumber(String number) {
        // One at a time as it is.
    }

    @Override
    public void sent(NoticeId notice, String provider, List<String> ids, Instant now) {
        ids.forEach(id -> notices.put(id, notice));
    }

    @Override
    public Optional<NoticeId> receipt(Receipt receipt, Instant now) {
        receipts.merge(
                receipt.ids().getFirst(),
                receipt,
                (before, next) -> next.outcome().compareTo(before.outcome()) > 0 ? next : before);
        return Optional.ofNullable(notices.get(receipt.ids().getFirst()));
    }

    @Override
    public List<Receipt.Outcome> outcomes(NoticeId notice) {
        return ids(notice).stream()
                .map(id -> Optional.ofNullable(receipts.get(id))
                        .map(Receipt::outcome)
                        .orElse(Receipt.Outcome.PENDING))
                .toList();
    }

    @Override
    public List<String> ids(NoticeId notice) {
        return notices.keySet().stream()
                .filter(id -> notice.equals(notices.get(id)))
                .toList();
    }

    @Override
    public List<Receipt.Outcome> strays(String number, String provider, Instant since) {
        return List.of();
    }

    @Override
    public void adopt(Notice notice, String provider, Instant since, int parts) {
        throw new IllegalStateException("adopting receipts: there are no strays");
    }

    @Override
    public Optional<Incoming> join(Incoming segment, Instant now) {
        return Optional.of(segment);
    }

    @Override
    public List<Incoming> torn(Instant before) {
        return List.of();
    }

    @Override
    public void received(Incoming message, Instant now) {
        incoming.put(message, now);
    }

    @Override
    public boolean came(Incoming message, Instant since) {
        return !incoming.getOrDefault(message, Instant.MIN).isBefore(since);
    }

    @Override
    public void stop(String number, Instant now) {
        stopped.add(number);
    }

    @Override
    public void resume(String number) {
        stopped.remove(number);
    }

    @Override
    public boolean stopped(String number) {
        return stopped.contains(number);
    }
}
