package wrenchline.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import wrenchline.core.callback.CallbackMachine;
import wrenchline.core.command.CommandMachine;
import wrenchline.core.complaint.ComplaintMachine;
import wrenchline.core.device.AccountMachine;
import wrenchline.core.escalation.EscalationMachine;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Link;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.quarantine.DispositionMachine;
import wrenchline.core.ticket.TicketMachine;

/**
 * Recomputes every state and clock from its events, every promise from the archived policy of its time and every chain of evidence from
 * its entries, and compares (核验).
 */
public final class Verification {

    private final Jdbi jdbi;

    Verification(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Something that does not agree.
     *
     * @param subject {@code ticket}, {@code promise}, {@code callback}, {@code complaint}, {@code notice}, {@code command}, {@code device_account},
     *     {@code disposition}, {@code policy} or {@code evidence}
     * @param what in one sentence
     */
    public record Flaw(String subject, String id, String what) {}

    /**
     * What was looked at and what was found.
     *
     * @param checked tickets, promises, callbacks, complaints, notices, commands, device accounts, dispositions and chains of evidence
     */
    public record Report(long checked, List<Flaw> flaws) {
        public Report {
            flaws = List.copyOf(flaws);
        }
    }

    /** Looks at everything as it is at one moment; nothing is locked or changed. */
    public Report run() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            List<Flaw> flaws = new ArrayList<>();
            long checked = new BookCheck<>(BookTable.TICKETS, new TicketMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.PROMISES, new PromiseMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.ESCALATIONS, new EscalationMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.CALLBACKS, new CallbackMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.COMPLAINTS, new ComplaintMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.NOTICES, new NoticeMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.COMMANDS, new CommandMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.DEVICE_ACCOUNTS, new AccountMachine(), handle, flaws).run()
                    + new BookCheck<>(BookTable.DISPOSITIONS, new DispositionMachine(), handle, flaws).run()
                    + checkEvidence(handle, flaws);
            new PolicyCheck(handle, flaws).run();
            return new Report(checked, flaws);
        });
    }

    private static long checkEvidence(Handle handle, List<Flaw> flaws) {
        List<UUID> promises = handle.createQuery("select distinct promise from evidence order by promise")
                .mapTo(UUID.class)
                .list();
        SqlEvidenceJournal journal = new SqlEvidenceJournal(handle);
        for (UUID promise : promises) {
            checkChain(promise, journal.links(new PromiseId(promise)), flaws);
        }
        new AnchorCheck(handle, flaws).run();
        return promises.size();
    }

    /** After the first broken link nothing can be said of the rest. */
    private static void checkChain(UUID promise, List<Link> links, List<Flaw> flaws) {
        Chain end = Chain.of(new PromiseId(promise));
        for (Link link : links) {
            if (!end.holds(link)) {
                flaws.add(new Flaw(
                        "evidence", promise.toString(), "entry " + link.sequence() + " is not what was sealed"));
                return;
            }
            end = end.after(link);
        }
    }
}
