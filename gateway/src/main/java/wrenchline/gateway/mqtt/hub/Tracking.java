package wrenchline.gateway.mqtt.hub;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import wrenchline.gateway.mqtt.hub.Letter.Ending;

/** Waits for the first good ending of several letters, or the last bad one. */
final class Tracking implements Consumer<Ending> {

    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private final AtomicInteger open;

    /** @param letters how many */
    Tracking(int letters) {
        this.open = new AtomicInteger(letters);
        if (letters == 0) {
            ending.complete(Ending.LOST);
        }
    }

    @Override
    public void accept(Ending one) {
        if (open.decrementAndGet() == 0 || one.isGood()) {
            // Not on this thread: it may hold the lock of an outbox.
            ending.completeAsync(() -> one);
        }
    }

    CompletionStage<Ending> ending() {
        return ending;
    }
}
