package wrenchline.hotline.callback;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Calls;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.evidence.ClockOffset;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.evidence.OtherClock;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.ticket.TicketId;
import wrenchline.hotline.ledger.Leg;
import wrenchline.hotline.ledger.LegListener;
import wrenchline.hotline.ledger.Row;

/**
 * Enters into the journal of a callback everything that the telephone system wrote down of its legs, and of the call with which it
 * began; and how far the clocks lay apart.
 */
public final class LegProof implements LegListener {

    private final Transactions transactions;
    private final Calls calls;
    private final Proof proof;
    private final List<OtherClock> clocks;
    private final InstantSource clock;
    private final Map<AttemptId, CallbackId> callbacks = new HashMap<>();

    public LegProof(Transactions transactions, Calls calls, List<OtherClock> clocks, InstantSource clock) {
        this.transactions = transactions;
        this.calls = calls;
        this.proof = new Proof(transactions, clock);
        this.clocks = List.copyOf(clocks);
        this.clock = clock;
    }

    @Override
    public void heard(Leg leg, Row row) {
        Proof.attempt(row.linked()).ifPresent(attempt -> {
            Proof.callbackId(leg.account()).ifPresent(callback -> callbacks.put(attempt, callback));
            if (row.type().equals("BRIDGE_ENTER") && !leg.leads()) {
                callback(attempt).ifPresent(callback -> compareClocks(callback, attempt));
            }
            if (row.type().equals("CONSENT")) {
                var played = new Evidence.Prompted(leg.channel(), "consent", row.at());
                callback(attempt).ifPresent(callback -> proof.add(callback, played));
            }
        });
    }

    @Override
    public void ended(Leg leg, Instant at) {
        attempt(leg).flatMap(this::callback).ifPresent(callback -> proof.add(callback, rows(party(leg), leg)));
    }

    @Override
    public void lost(Leg leg, Instant at) {
        ended(leg, at);
    }

    /** The rows of a call are entered when its dialogue is over: only then is it known what it led to. */
    @Override
    public boolean settled(Leg leg) {
        Optional<AttemptId> attempt = attempt(leg);
        if (attempt.isPresent()) {
            callbacks.remove(attempt.get());
            return true;
        }
        Optional<Call> call = calls.find(new CallId(leg.channel()));
        if (call.isEmpty() || !leg.leads()) {
            return true;
        }
        if (call.get().endedAt().isEmpty()) {
            return false;
        }
        if (call.get().ticket() > 0) {
            transactions.run(books -> enter(books, call.get(), leg));
        }
        return true;
    }

    private void enter(Books books, Call call, Leg leg) {
        Evidence rows = rows("caller", leg);
        books.callbacks().of(new TicketId(call.ticket())).stream()
                .map(callback -> callback.facts().promise())
                .filter(promise -> lacks(books.evidence().of(promise), call, rows))
                .forEach(promise -> books.evidence().append(promise, rows, clock.instant()));
    }

    /** A ticket can have had several callbacks: the call belongs to the one that it began. */
    private static boolean lacks(List<EvidenceJournal.Entry> journal, Call call, Evidence rows) {
        return journal.stream()
                        .anyMatch(entry -> entry.evidence() instanceof Evidence.CallReceived received
                                && received.call().equals(call.id().value()))
                && journal.stream().noneMatch(entry -> entry.evidence().equals(rows));
    }

    private void compareClocks(CallbackId callback, AttemptId attempt) {
        transactions.run(books -> books.callbacks().look(callback).ifPresent(found -> {
            PromiseId promise = found.facts().promise();
            boolean compared = books.evidence().of(promise).stream()
                    .anyMatch(entry -> entry.evidence() instanceof Evidence.ClocksCompared before
                            && before.attempt().equals(attempt));
            if (!compared) {
                List<ClockOffset> offsets = clocks.stream()
                        .flatMap(other -> other.against(clock).stream())
                        .toList();
                books.evidence()
                        .append(
                                promise,
                                new Evidence.ClocksCompared(attempt, clock.instant(), offsets),
                                clock.instant());
            }
        }));
    }

    private Optional<CallbackId> callback(AttemptId attempt) {
        return Optional.ofNullable(callbacks.get(attempt));
    }

    private static Optional<AttemptId> attempt(Leg leg) {
        return Proof.attempt(leg.first().linked());
    }

    private static String party(Leg leg) {
        return leg.leads() ? "staff" : "customer";
    }

    private static Evidence rows(String party, Leg leg) {
        return new Evidence.LegRows(party, leg.channel(), leg.lines());
    }
}
