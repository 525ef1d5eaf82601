package wrenchline.gateway.mqtt;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The acknowledgements of one connection, sent in the order in which its messages came (MQTT-4.6.0), although the lanes finish them
 * in any order. A later connection has its own: none is ever sent on another connection than that of its message.
 */
final class Acknowledgements {

    private final Consumer<Delivery> wire;
    private final Runnable onProgress;
    private final Queue<Delivery> order = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * @param wire sends one, on the thread of a lane; one call at a time
     * @param onProgress run after some were sent, on whatever thread
     */
    Acknowledgements(Consumer<Delivery> wire, Runnable onProgress) {
        this.wire = wire;
        this.onProgress = onProgress;
    }

    /** Messages that were received and not acknowledged. */
    int inFlight() {
        return inFlight.get();
    }

    /** {@code delivery} is the newest message; it is acknowledged after those before it. */
    void expect(Delivery delivery) {
        inFlight.incrementAndGet();
        order.add(delivery);
        var _ = delivery.outcome().thenRun(this::send);
    }

    /** Of callers at the same time one does the work of all. A lock would be held while the library takes its own. */
    private void send() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            for (Delivery head = order.peek(); head != null && head.isSettled(); head = order.peek()) {
                order.remove();
                wire.accept(head);
                inFlight.decrementAndGet();
            }
            seen = calls.addAndGet(-seen);
        }
        onProgress.run();
    }
}
