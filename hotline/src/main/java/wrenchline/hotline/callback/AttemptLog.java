package wrenchline.hotline.callback;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackEvent.Failure;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.desk.Transactions;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.evidence.Evidence;
import wrenchline.hotline.ledger.Leg;
import wrenchline.hotline.ledger.LegListener;
import wrenchline.hotline.ledger.Row;

/**
 * Tells from the ledger what became of the attempts: the bridge, its end, the customer's confirming key and how each leg ended.
 * Times are the telephone system's own. What the dialogue told already is told again and ignored.
 */
public final class AttemptLog implements LegListener {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptLog.class);
    private static final String CONFIRMING_KEY = "1";
    private static final String LOST = "LOST";
    /** A recording that is not whole so long after the end of the talk never will be. */
    private static final Duration CLOSING = Duration.ofSeconds(5);
    /** A failed dial is looked up within seconds. */
    private static final int REMEMBERED = 10_000;

    private final Telling desk;
    private final Proof proof;
    private final TalkRecordings recordings;
    private final InstantSource clock;
    private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
    private final Map<AttemptId, Unsealed> unsealed = new HashMap<>();
    private final Set<AttemptId> seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AttemptId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** A talk that is over, and whose recording the telephone system may still write. */
    private record Unsealed(CallbackId callback, Instant until) {}

    public AttemptLog(Transactions transactions, Telling desk, Path recordings, InstantSource clock) {
        this.desk = desk;
        this.proof = new Proof(transactions, clock);
        this.recordings = new TalkRecordings(proof, recordings);
        this.clock = clock;
    }

    /** Whether a channel was made for {@code attempt}. */
    boolean saw(AttemptId attempt) {
        return seen.contains(attempt);
    }

    /** Half of what an attempt knows may not have been told. */
    @Override
    public void rewound(String affair) {
        Proof.attempt(affair).ifPresent(attempt -> {
            attempts.remove(attempt);
            unsealed.remove(attempt);
        });
    }

    /** Once the recording of the talk, if there was one, is sealed. */
    @Override
    public boolean settled(Leg leg) {
        AttemptId attempt = Proof.attempt(leg.first().linked()).orElse(null);
        Unsealed waits = attempt == null ? null : unsealed.get(attempt);
        if (attempt == null || waits == null) {
            return true;
        }
        if (!recordings.seal(waits.callback(), attempt)) {
            if (clock.instant().isBefore(waits.until())) {
                return false;
            }
            LOG.warn("the recording of attempt {} was never closed", attempt);
        }
        unsealed.remove(attempt);
        return true;
    }

    @Override
    public void heard(Leg leg, Row row) {
        Proof.attempt(row.linked()).ifPresent(id -> {
            seen.add(id);
            Attempt attempt = attempts.computeIfAbsent(id, Attempt::new);
            attempt.take(leg);
            attempt.callback().ifPresent(callback -> heard(callback, attempt, leg, row));
        });
    }

    private void heard(CallbackId callback, Attempt attempt, Leg leg, Row row) {
        switch (row.type()) {
            case "CHAN_START" -> dialledCustomer(callback, attempt, leg, row);
            case "ANSWER" -> proof.add(callback, new Evidence.Answered(attempt.id(), leg.channel(), row.at()));
            case "BRIDGE_ENTER" ->
                attempt.bridge().ifPresent(bridge -> desk.tell(callback, new CallbackEvent.Bridged(attempt.id())));
            case "BRIDGE_EXIT" -> bridgeEnded(callback, attempt, row.at());
            case "CONFIRM" -> confirmed(callback, attempt, leg, row);
            case "SURVEY" -> proof.rated(callback, row.said(), row.at());
            case "TOLD_LATE" -> proof.add(callback, new Evidence.Prompted(leg.channel(), "late", row.at()));
            default -> {}
        }
    }

    @Override
    public void ended(Leg leg, Instant at) {
        end(leg, "ENDED", at);
    }

    @Override
    public void lost(Leg leg, Instant at) {
        end(leg, LOST, at);
    }

    private void dialledCustomer(CallbackId callback, Attempt attempt, Leg leg, Row row) {
        if (!leg.leads()) {
            proof.callback(callback).ifPresent(found -> {
                String number = found.facts().number();
                proof.add(callback, new Evidence.Dialled(attempt.id(), leg.channel(), number, row.at()));
            });
        }
    }

    private void bridgeEnded(CallbackId callback, Attempt attempt, Instant until) {
        attempt.bridge().filter(bridge -> attempt.endsBridge()).ifPresent(bridge -> {
            // Heard of too late to be told separately after an absence; ignored when it was.
            desk.tell(callback, new CallbackEvent.Bridged(attempt.id()));
            proof.callback(callback)
                    .flatMap(found -> staff(found.state()))
                    .ifPresent(staff -> proof.add(
                            callback,
                            new Evidence.Bridged(
                                    attempt.id(),
                                    bridge.staffChannel(),
                                    bridge.customerChannel(),
                                    staff.id(),
                                    bridge.from(),
                                    until)));
            desk.tell(callback, new CallbackEvent.BridgeEnded(attempt.id(), bridge.from(), until));
        });
    }

    private void confirmed(CallbackId callback, Attempt attempt, Leg leg, Row row) {
        String key = row.said();
        boolean yes = key.equals(CONFIRMING_KEY);
        proof.add(
                callback,
                new Evidence.KeysPressed(
                        leg.channel(), key, yes ? Evidence.KeysPressed.CONFIRMS : "does not confirm", row.at()));
        desk.tell(
                callback,
                yes ? new CallbackEvent.Confirmed(attempt.id(), key) : new CallbackEvent.NotConfirmed(attempt.id()));
    }

    private void end(Leg leg, String how, Instant at) {
        Proof.attempt(leg.first().linked()).map(attempts::get).ifPresent(attempt -> {
            attempt.gone(leg);
            attempt.callback().ifPresent(callback -> end(callback, attempt, leg, how, at));
            if (attempt.over()) {
                attempts.remove(attempt.id());
            }
        });
    }

    private void end(CallbackId callback, Attempt attempt, Leg leg, String how, Instant at) {
        String status = leg.answered().isPresent() ? how : how + " UNANSWERED";
        proof.add(callback, new Evidence.LegEnded(attempt.id(), leg.channel(), status, leg.cause(), at));
        Failure failure = leg.answered().isPresent() ? Failure.HUNG_UP : Causes.ofUnanswered(leg.cause());
        Attempt.Bridge bridge = attempt.bridge().orElse(null);
        if (bridge != null) {
            // Nobody knows how long a talk went on that nobody saw the end of: what was seen of it counts, and no more.
            Instant seen = leg.lastSeen().isAfter(bridge.from()) ? leg.lastSeen() : bridge.from();
            bridgeEnded(callback, attempt, how.equals(LOST) ? seen : at);
        } else if (leg.leads()) {
            desk.tell(callback, new CallbackEvent.NotAccepted(attempt.id(), failure));
            desk.tell(callback, new CallbackEvent.CustomerNotReached(attempt.id(), Failure.HUNG_UP));
        } else {
            desk.tell(callback, new CallbackEvent.CustomerNotReached(attempt.id(), failure));
        }
        if (attempt.over()) {
            // Nothing more can come: where it is still open, it ends here.
            desk.tell(callback, new CallbackEvent.Lost(attempt.id()));
            if (attempt.bridge().isPresent()) {
                unsealed.put(
                        attempt.id(), new Unsealed(callback, clock.instant().plus(CLOSING)));
            }
        } else if (!leg.leads() && attempt.bridge().isPresent()) {
            desk.tell(callback, new CallbackEvent.NotConfirmed(attempt.id()));
        }
    }

    static Optional<StaffMember> staff(CallbackState state) {
        return switch (state) {
            case CallbackState.Connecting connecting -> Optional.of(connecting.staff());
            case CallbackState.Talking talking -> Optional.of(talking.staff());
            case CallbackState.Confirming confirming -> Optional.of(confirming.staff());
            case CallbackState.Done done -> Optional.of(done.staff());
            case CallbackState.Waiting _, CallbackState.Offering _ -> Optional.empty();
            case CallbackState.Retrying retrying -> Optional.of(retrying.staff());
            case CallbackState.OwnPhone own -> Optional.of(own.staff());
            case CallbackState.Claimed claimed -> Optional.of(claimed.staff());
            case CallbackState.Cancelled _ -> Optional.empty();
        };
    }
}
