package wrenchline.hotline.callback;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.survey.Rating;
import wrenchline.core.transition.Tracked;

/** Writes what the telephone proves into the journal of the promise. The same piece twice is written once. */
final class Proof {

    private final Transactions transactions;
    private final InstantSource clock;

    Proof(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    void add(CallbackId id, Evidence evidence) {
        transactions.run(books -> books.callbacks().find(id).ifPresent(callback -> {
            var promise = callback.facts().promise();
            if (!has(books, promise, evidence)) {
                books.evidence().append(promise, evidence, clock.instant());
            }
        }));
    }

    /** Keeps what the customer thought of the service; anything but a score is left out. */
    void rated(CallbackId id, String key, Instant at) {
        if (key.matches("[1-5]")) {
            transactions.run(books -> books.callbacks()
                    .find(id)
                    .ifPresent(callback -> AttemptLog.staff(callback.state())
                            .ifPresent(staff -> books.ratings()
                                    .keep(new Rating(
                                            id, callback.facts().ticket(), staff.id(), Integer.parseInt(key), at)))));
        }
    }

    static boolean has(Books books, PromiseId promise, Evidence evidence) {
        return books.evidence().of(promise).stream()
                .anyMatch(entry -> entry.evidence().equals(evidence));
    }

    Optional<Tracked<Callback, CallbackState>> callback(CallbackId id) {
        return transactions.call(books -> books.callbacks().find(id));
    }

    static Optional<AttemptId> attempt(String channel) {
        return uuid(channel).map(AttemptId::new);
    }

    static Optional<CallbackId> callbackId(String account) {
        return uuid(account).map(CallbackId::new);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
