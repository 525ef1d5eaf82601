package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.ticket.Deeds;
import wrenchline.core.ticket.TicketId;

/** What was done from telephones, in memory. */
final class MemoryDeeds implements Deeds {

    private final Map<UUID, String> outcomes = new HashMap<>();

    @Override
    public Optional<String> outcome(UUID key) {
        return Optional.ofNullable(outcomes.get(key));
    }

    @Override
    public void keep(UUID key, TicketId ticket, String outcome, Instant at) {
        outcomes.put(key, outcome);
    }
}
