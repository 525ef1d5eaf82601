package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.Dials;
import wrenchline.core.callback.Engagements;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.TicketId;

/** Who is on the line, and what was dialled, in memory. */
final class MemoryTelephone implements Engagements, Dials {

    /** @param callback null for a ticket */
    private record Engagement(@Nullable CallbackId callback, AttemptId attempt, Instant expires) {}

    private record Dial(String number, Instant at) {}

    private final Map<StaffId, Engagement> engagements = new HashMap<>();
    private final List<Dial> dials = new ArrayList<>();

    @Override
    public boolean engage(StaffId staff, CallbackId callback, AttemptId attempt, Instant now) {
        return engage(staff, new Engagement(callback, attempt, Instant.MAX), now);
    }

    @Override
    public boolean engage(StaffId staff, TicketId ticket, AttemptId attempt, Instant now) {
        return engage(staff, new Engagement(null, attempt, now.plus(LONGEST_RING)), now);
    }

    private boolean engage(StaffId staff, Engagement engagement, Instant now) {
        engagements.values().removeIf(one -> !one.expires().isAfter(now));
        return engagements.putIfAbsent(staff, engagement) == null;
    }

    @Override
    public Set<StaffId> engaged(Instant now) {
        engagements.values().removeIf(one -> !one.expires().isAfter(now));
        return Set.copyOf(engagements.keySet());
    }

    @Override
    public void keepOnly(CallbackId callback, Set<AttemptId> live) {
        engagements.values().removeIf(one -> callback.equals(one.callback()) && !live.contains(one.attempt()));
    }

    @Override
    public void note(String number, Instant at) {
        dials.add(new Dial(number, at));
    }

    @Override
    public int count(String number, Instant since) {
        return (int) dials.stream()
                .filter(dial -> dial.number().equals(number) && !dial.at().isBefore(since))
                .count();
    }
}
