package wrenchline.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import wrenchline.core.quarantine.Disposition;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.quarantine.DispositionMachine;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Dispositions;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** What is done with messages in quarantine, in PostgreSQL. */
final class SqlDispositions extends SqlBook<UUID, Disposition, DispositionState, DispositionEvent>
        implements Dispositions {

    private static final DispositionMachine MACHINE = new DispositionMachine();

    SqlDispositions(Handle handle, Journal journal) {
        super(BookTable.DISPOSITIONS, handle, journal);
    }

    @Override
    public List<Tracked<Disposition, DispositionState>> ordered(int atMost) {
        return many(select("where state = 'Ordered' order by changed_at, id limit :most")
                .bind("most", atMost));
    }

    /** Takes {@code message}, which was replayed, off the account in which it counted: what it gave counts instead. Once only. */
    void replayed(UUID message, Instant now) {
        find(message).ifPresent(ordered -> {
            DispositionEvent event = new DispositionEvent.Replayed();
            if (MACHINE.on(ordered.facts(), ordered.state(), event, now)
                    instanceof Transition.Moved<DispositionState, Void>(var next, var unused)) {
                record(ordered, event, next, now);
                handle().createUpdate("""
                                update ledger_count set received = ledger_count.received - 1, quarantined = ledger_count.quarantined - 1
                                from quarantine
                                where quarantine.id = :message
                                    and ledger_count.machine = quarantine.machine and ledger_count.day = quarantine.day
                                """).bind("message", message).execute();
            }
        });
    }
}
