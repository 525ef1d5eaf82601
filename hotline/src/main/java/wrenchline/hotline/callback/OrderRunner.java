package wrenchline.hotline.callback;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackEvent.Failure;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.transition.Tracked;
import wrenchline.hotline.guard.DialGuard;

/**
 * Carries out the orders to the telephone system. Orders are marked as taken before they are carried out, and every leg has the
 * attempt's id, so none is dialled twice. With every new connection it looks first which attempts are still there.
 */
public final class OrderRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRunner.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    /** After a failed dial the ledger gets so long to show a channel; without one the number was never reached. */
    private static final Duration LEDGER_LAG = Duration.ofSeconds(1);

    private static final int BATCH = 10_000;

    private final Transactions transactions;
    private final Telling desk;
    private final Exchange exchange;
    private final DialGuard guard;
    private final AttemptLog log;
    private final Survivors survivors;
    private final Proof proof;
    private final NewsCalls news;
    private final InstantSource clock;
    private final List<Dial> dials = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("phone-orders").unstarted(this::run);
    private long known;
    private volatile boolean closing;

    public OrderRunner(
            Transactions transactions,
            Telling desk,
            Exchange exchange,
            DialGuard guard,
            AttemptLog log,
            Survivors survivors,
            InstantSource clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.exchange = exchange;
        this.guard = guard;
        this.log = log;
        this.survivors = survivors;
        this.proof = new Proof(transactions, clock);
        this.news = new NewsCalls(transactions, exchange, guard);
        this.clock = clock;
    }

    private record Dial(CallbackId callback, AttemptId attempt, CompletableFuture<Boolean> answered, Instant began) {}

    public void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            try {
                turn();
                Thread.sleep(PAUSE);
            } catch (InterruptedException closed) {
                return;
            } catch (IOException trouble) {
                LOG.warn("telling the telephone system what to do: {}", trouble.getMessage());
                pause();
            } catch (RuntimeException trouble) {
                LOG.error("carrying out telephone orders", trouble);
                pause();
            }
        }
    }

    private void turn() throws IOException {
        long connection = exchange.connection();
        if (connection == 0) {
            return;
        }
        settleDials();
        boolean fresh = connection != known;
        List<Tracked<Callback, CallbackState>> open =
                fresh ? transactions.call(books -> books.callbacks().open()) : List.of();
        List<PhoneOrder> orders = transactions.call(books -> books.phoneOrders().take(BATCH, clock.instant()));
        if (fresh) {
            dials.clear();
            // Orders taken after the callbacks were read cannot be among those that got lost.
            survivors.look(open, orders.stream().map(PhoneOrder::attempt).collect(toSet()), exchange);
            known = connection;
        }
        for (PhoneOrder order : orders) {
            try {
                carryOut(order);
            } catch (RuntimeException trouble) {
                // It is taken: its attempt expires, and the others are not to wait for that.
                LOG.error("carrying out the order of attempt {}", order.attempt(), trouble);
            }
        }
    }

    private void carryOut(PhoneOrder order) throws IOException {
        switch (order) {
            case PhoneOrder.RingStaff ring -> ringStaff(ring);
            case PhoneOrder.HangUp hangUp -> exchange.hangUp(hangUp.attempt().toString());
            case PhoneOrder.TellCustomerLate late -> tellLate(late);
            case PhoneOrder.AskStaff ask -> news.ask(ask);
            case PhoneOrder.AskAboutComplaint ask -> news.ask(ask);
            case PhoneOrder.Alarm alarm -> news.alarm(alarm);
        }
    }

    private void ringStaff(PhoneOrder.RingStaff order) throws IOException {
        var found = proof.callback(order.callback());
        if (found.isEmpty() || !offers(found.get().state(), order.attempt())) {
            LOG.info("attempt {} is no longer wanted", order.attempt());
            return;
        }
        var variables = Map.of(
                "ATTEMPT", order.attempt().toString(),
                "CALLBACK", order.callback().toString(),
                "LANGUAGE", order.staff().language());
        String number = PhoneNumber.normalise(order.staff().phone());
        ring(order, number, "staff", found.get().facts().ringFor(), variables);
    }

    private void tellLate(PhoneOrder.TellCustomerLate order) throws IOException {
        var found = proof.callback(order.callback());
        if (found.isPresent()) {
            Callback callback = found.get().facts();
            ring(order, callback.number(), "late", callback.ringFor(), Map.of("LANGUAGE", callback.language()));
        }
    }

    private void ring(
            PhoneOrder.OfCallback order, String number, String context, Duration ringFor, Map<String, String> variables)
            throws IOException {
        AttemptId attempt = order.attempt();
        DialGuard.Verdict verdict = guard.judge(number);
        if (verdict != DialGuard.Verdict.PERMITTED) {
            unreachable(order.callback(), attempt, "NOT DIALLED: " + verdict);
            return;
        }
        String channel = attempt.toString();
        proof.add(order.callback(), new Evidence.Dialled(attempt, channel, number, clock.instant()));
        String account = order.callback().toString();
        switch (exchange.ring(new Exchange.Ring(number, channel, context, ringFor, account, variables))) {
            case Exchange.Placed.Dialling(var answered) ->
                dials.add(new Dial(order.callback(), attempt, answered, clock.instant()));
            case Exchange.Placed.NoWay() -> unreachable(order.callback(), attempt, "NO WAY");
            case Exchange.Placed.Refused(String reason) -> LOG.warn("attempt {} was not dialled: {}", attempt, reason);
        }
    }

    /** A dial that failed without a channel is seen by nobody else. */
    private void settleDials() {
        dials.removeIf(dial -> dial.answered().getNow(false) || log.saw(dial.attempt()));
        List<Dial> failed = dials.stream()
                .filter(dial -> dial.answered().isDone())
                .filter(dial -> clock.instant().isAfter(dial.began().plus(LEDGER_LAG)))
                .toList();
        failed.forEach(dial -> unreachable(dial.callback(), dial.attempt(), "NO CHANNEL"));
        dials.removeAll(failed);
    }

    private void unreachable(CallbackId callback, AttemptId attempt, String status) {
        proof.add(callback, new Evidence.LegEnded(attempt, attempt.toString(), status, 0, clock.instant()));
        desk.tell(callback, new CallbackEvent.NotAccepted(attempt, Failure.UNREACHABLE));
    }

    private static boolean offers(CallbackState state, AttemptId attempt) {
        return state instanceof CallbackState.Offering offering
                && offering.offers().stream().anyMatch(offer -> offer.attempt().equals(attempt));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.multipliedBy(5));
        } catch (InterruptedException closed) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            // Not interrupted: it may be in the middle of a transaction.
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
