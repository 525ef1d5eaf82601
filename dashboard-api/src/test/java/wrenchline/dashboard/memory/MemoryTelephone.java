package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.Dials;
import wrenchline.core.callback.Engagements;
import wrenchline.core.duty.StaffId;

/** Who is on the line, and what was dialled, in memory. */
final class MemoryTelephone implements Engagements, Dials {

    private record Engagement(CallbackId callback, AttemptId attempt) {}

    private record Dial(String number, Instant at) {}

    private final Map<StaffId, Engagement> engagements = new HashMap<>();
    private final List<Dial> dials = new ArrayList<>();

    @Override
    public boolean engage(StaffId staff, CallbackId callback, AttemptId attempt) {
        return engagements.putIfAbsent(staff, new Engagement(callback, attempt)) == null;
    }

    @Override
    public void keepOnly(CallbackId callback, Set<AttemptId> live) {
        engagements.values().removeIf(one -> one.callback().equals(callback) && !live.contains(one.attempt()));
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
