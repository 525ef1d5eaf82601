package wrenchline.hotline.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.Call;
import wrenchline.core.call.Calls;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.evidence.Judgement;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;

/** Counts the calls in Asterisk's own records against the call log, and judges every callback again from its journal (话务稽核). */
public final class CallAudit {

    private final Transactions transactions;
    private final Calls calls;

    public CallAudit(Transactions transactions, Calls calls) {
        this.transactions = transactions;
        this.calls = calls;
    }

    /**
     * What was counted.
     *
     * @param recorded calls in Asterisk's own records
     * @param logged calls in the call log whose end Asterisk wrote down
     * @param attempts channels in Asterisk's records that the product had dialled
     * @param promises callback promises that were judged again
     * @param flaws what does not agree, a sentence each
     */
    public record Report(int recorded, int logged, int attempts, int promises, List<String> flaws) {
        public Report {
            flaws = List.copyOf(flaws);
        }
    }

    /** Compares with the records in {@code run}, the folder in which Asterisk runs; changes nothing. */
    public Report of(Path run, Instant now) throws IOException {
        // The records first: what is recorded by then and not logged afterwards is unlogged, and not only new.
        TelephoneRecords records = TelephoneRecords.in(run);
        Map<String, Call> log = new LinkedHashMap<>();
        calls.newest(Integer.MAX_VALUE).forEach(call -> log.put(call.id().value(), call));
        List<String> flaws = new ArrayList<>();
        records.calls().forEach((channel, incoming) -> compare(channel, incoming, log.get(channel), flaws));
        List<Call> expected = log.values().stream()
                .filter(call -> records.ends().contains(call.id().value()))
                .toList();
        expected.stream()
                .filter(call -> !records.calls().containsKey(call.id().value()))
                .forEach(call -> flaws.add("call " + call.id() + " is in the log and not in Asterisk's records"));
        records.beginnings().forEach((channel, times) -> {
            if (times > 1) {
                flaws.add("channel " + channel + " began " + times + " times");
            }
        });
        int judged = transactions.call(books -> promises(books, records, now, flaws));
        return new Report(
                records.calls().size(), expected.size(), records.attempts().size(), judged, flaws);
    }

    private static void compare(
            String channel, TelephoneRecords.Incoming incoming, @Nullable Call call, List<String> flaws) {
        if (call == null) {
            flaws.add("call " + channel + " from '" + incoming.caller() + "' at " + incoming.began()
                    + " is not in the log");
        } else if (call.endedAt().isEmpty()) {
            flaws.add("call " + channel + " has ended, and the log has it as live");
        } else if (!call.caller().equals(PhoneNumber.normalise(incoming.caller()))) {
            flaws.add("call " + channel + " came from '" + incoming.caller() + "', and the log says '" + call.caller()
                    + "'");
        }
    }

    private static int promises(Books books, TelephoneRecords records, Instant now, List<String> flaws) {
        Set<String> dialled = new HashSet<>();
        int judged = 0;
        for (var id : books.callbacks().all()) {
            var callback = books.callbacks().look(id).orElseThrow();
            PromiseId promise = callback.facts().promise();
            List<Evidence> journal = books.evidence().of(promise).stream()
                    .map(EvidenceJournal.Entry::evidence)
                    .toList();
            journal.forEach(evidence -> {
                if (evidence instanceof Evidence.Dialled one) {
                    dialled.add(one.channel());
                }
            });
            PromiseState state = books.promises().look(promise).orElseThrow().state();
            Judgement judgement = Judgement.of(journal, now);
            if (!agree(state, judgement, callback.state().over())) {
                flaws.add("promise " + promise + " is " + state + ", and its journal proves " + judgement);
            }
            judged++;
        }
        // Whoever was rung for a ticket was promised nothing: the order is the record.
        books.phoneOrders().forTickets().forEach(attempt -> dialled.add(attempt.toString()));
        records.attempts().stream()
                .filter(attempt -> !dialled.contains(attempt))
                .forEach(attempt -> flaws.add("channel " + attempt + " was dialled, and no journal says so"));
        return judged;
    }

    private static boolean agree(PromiseState state, Judgement judgement, boolean over) {
        return judgement.outcome() == Judgement.Outcome.UNKNOWN
                || switch (state) {
                    case PromiseState.Kept kept ->
                        judgement.equals(new Judgement(Judgement.Outcome.KEPT, kept.at(), kept.grade()));
                    case PromiseState.KeptLate late ->
                        judgement.equals(new Judgement(Judgement.Outcome.LATE, late.at(), late.grade()));
                    // A late talk counts only once it was confirmed or not.
                    case PromiseState.Broken _ ->
                        judgement.outcome() == Judgement.Outcome.BROKEN
                                || (judgement.outcome() == Judgement.Outcome.LATE && !over);
                    case PromiseState.Waived _ -> judgement.outcome() == Judgement.Outcome.WAIVED;
                    // The sweep may not have looked yet, and a talk counts only once it was confirmed or not.
                    case PromiseState.Running _, PromiseState.Paused _ ->
                        judgement.outcome() != Judgement.Outcome.WAIVED;
                };
    }
}
