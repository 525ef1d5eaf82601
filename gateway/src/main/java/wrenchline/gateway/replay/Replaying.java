package wrenchline.gateway.replay;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.Disposition;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.transition.Tracked;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Sender;

/**
 * Brings messages whose replay was ordered into the pipeline (隔离重放), each once: an order stands in the database until the books have
 * what came of it, and until then it is remembered here that the message is on its way. After a restart nothing is
 * brought before the books have all that the log holds, so an order that still stands then is of a message that the log does not
 * hold.
 */
public final class Replaying {

    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Holds holds;
    private final Inlet inlet;
    private final BooleanSupplier caughtUp;
    private final Set<UUID> onTheWay = new HashSet<>();

    /** @param caughtUp whether the books have all that the log held at the start */
    public Replaying(Transactions transactions, Holds holds, Inlet inlet, BooleanSupplier caughtUp) {
        this.transactions = transactions;
        this.holds = holds;
        this.inlet = inlet;
        this.caughtUp = caughtUp;
    }

    /** Looks for orders. To be called again and again, by one thread. */
    public void look() {
        if (!caughtUp.getAsBoolean()) {
            return;
        }
        List<Tracked<Disposition, DispositionState>> ordered =
                transactions.call(books -> books.dispositions().ordered(BATCH));
        onTheWay.retainAll(
                ordered.stream().map(order -> order.facts().message()).toList());
        for (Tracked<Disposition, DispositionState> order : ordered) {
            UUID message = order.facts().message();
            if (order.state() instanceof DispositionState.Ordered(Content content) && !onTheWay.contains(message)) {
                holds.find(message).ifPresent(hold -> bring(arrival(hold, content)));
            }
        }
    }

    /** Waits for room; whether or not it comes, the pipeline has the message. */
    private void bring(Arrival arrival) {
        onTheWay.add(arrival.replayOf());
        CountDownLatch room = new CountDownLatch(1);
        if (inlet.receive(arrival, room::countDown)) {
            return;
        }
        try {
            boolean unused = room.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Arrival arrival(Hold hold, Content content) {
        return switch (content) {
            case Content.AsItCame() ->
                arrival(
                        hold,
                        hold.message().topic(),
                        hold.machine(),
                        hold.message().payload());
            case Content.Repaired repaired ->
                arrival(
                        hold,
                        repaired.topic(),
                        repaired.machine().isEmpty() ? hold.machine() : repaired.machine(),
                        repaired.payload());
        };
    }

    private static Arrival arrival(Hold hold, String topic, String machine, byte[] payload) {
        return new Arrival(
                hold.message().source(),
                sender(hold, machine),
                topic,
                payload,
                hold.message().received(),
                Publisher.NOWHERE,
                outcome -> {},
                hold.message().id());
    }

    /** What came by a machine's own account speaks for no other machine when it is replayed either; such a source begins with it. */
    private static Sender sender(Hold hold, String machine) {
        boolean own = EquipmentId.isValid(machine) && hold.message().source().startsWith("mqtt:" + machine + "/");
        return own ? new Sender.Machine(new EquipmentId(machine), true) : Sender.named(machine);
    }
}
