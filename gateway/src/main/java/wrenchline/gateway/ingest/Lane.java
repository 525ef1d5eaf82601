package wrenchline.gateway.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue and the thread of the machines that share a hash. Whatever queued up while the thread was busy is its next batch, so
 * that one write to disk serves many messages exactly when there are many.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Object lock = new Object();
    private final Queue<Message> queue = new ArrayDeque<>();
    private final List<Runnable> waitingForRoom = new ArrayList<>();
    private final long capacity;
    private final Thread thread;
    private long weight;
    private int held;
    private boolean closing;

    /**
     * @param capacity in the unit of {@link Message#weight}
     * @param before what the thread does first
     * @param work what it does with each batch
     */
    Lane(String name, long capacity, Runnable before, Consumer<List<Message>> work) {
        this.capacity = capacity;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> run(before, work));
    }

    void start() {
        thread.start();
    }

    /**
     * Queues {@code message}, always.
     *
     * @return false when the lane is full: the caller then brings nothing more until {@code whenRoom} has run, once, on the
     *     thread of the lane
     */
    boolean add(Message message, Runnable whenRoom) {
        synchronized (lock) {
            queue.add(message);
            weight += message.weight();
            held++;
            lock.notifyAll();
            if (weight < capacity) {
                return true;
            }
            waitingForRoom.add(whenRoom);
            return false;
        }
    }

    /** Messages that are not done with. */
    int held() {
        synchronized (lock) {
            return held;
        }
    }

    /** Takes no more batches than the queue holds now. */
    void close() {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
    }

    /** Waits for the thread to end, at most {@code patience}. */
    boolean join(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Runnable before, Consumer<List<Message>> work) {
        try {
            before.run();
            for (List<Message> batch = next(); !batch.isEmpty(); batch = next()) {
                work.accept(batch);
                done(batch);
            }
        } catch (Retry.Abandoned e) {
            LOG.warn("{}; {} messages stay unacknowledged and will come again", e.getMessage(), held());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything that is queued, or nothing when the lane is closed. */
    private List<Message> next() throws InterruptedException {
        synchronized (lock) {
            while (queue.isEmpty() && !closing) {
                lock.wait();
            }
            List<Message> batch = List.copyOf(queue);
            queue.clear();
            return batch;
        }
    }

    /** Only now is the memory of {@code batch} free again, so only now may its sources bring more. */
    private void done(List<Message> batch) {
        List<Runnable> toTell = List.of();
        synchronized (lock) {
            held -= batch.size();
            for (Message message : batch) {
                weight -= message.weight();
            }
            if (weight <= capacity / 2) {
                toTell = List.copyOf(waitingForRoom);
                waitingForRoom.clear();
            }
        }
        toTell.forEach(Runnable::run);
    }
}
