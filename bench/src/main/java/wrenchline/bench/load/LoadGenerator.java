package wrenchline.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Publishes at QoS 1 over many connections, on the thread that calls it, and counts each acknowledgement. */
public final class LoadGenerator implements AutoCloseable {

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Load load;
    private final Selector selector;
    private final List<SelectionKey> keys = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Machine.Now clock = new Machine.Now();

    private LoadGenerator(Load load, Selector selector) {
        this.load = load;
        this.selector = selector;
    }

    /** Connects; the machines are spread over the connections, of which there are not more than machines. */
    public static LoadGenerator connect(Load load, List<Machine> machines) throws IOException {
        LoadGenerator generator = new LoadGenerator(load, Selector.open());
        try {
            generator.connectAll(machines);
            return generator;
        } catch (IOException e) {
            generator.close();
            throw e;
        }
    }

    /**
     * Publishes for {@code duration} and waits for what is unacknowledged then.
     *
     * @param mayPublish false while the other end has to catch up first; asked often
     * @throws IOException when a connection breaks, or acknowledgements do not come
     */
    public LoadResult run(Duration duration, BooleanSupplier mayPublish) throws IOException {
        long cpu = cpuNanos();
        long begin = System.nanoTime();
        plan(begin);
        for (long now = begin; now - begin < duration.toNanos(); now = System.nanoTime()) {
            turn(mayPublish.getAsBoolean());
        }
        awaitAcknowledgements();
        return new LoadResult(
                tally.acknowledged(),
                Duration.ofNanos(tally.lastAt() - begin),
                tally.latencies().millis(0.5),
                tally.latencies().millis(0.99),
                tally.latencies().millis(0.999),
                Duration.ofNanos(cpuNanos() - cpu));
    }

    /** Messages acknowledged so far; for the thread that runs the load. */
    public long acknowledged() {
        return tally.acknowledged();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** Spread evenly over time as well, so that a paced load does not come in bursts. */
    private void plan(long begin) {
        long step = (long) (1e9 * keys.size() / load.rate());
        for (int index = 0; index < keys.size(); index++) {
            publisher(keys.get(index)).plan(begin + step * index / keys.size(), step);
        }
    }

    /** Looks once a tick instead of at each acknowledgement: many are then read, and many messages written, at one go. */
    private void turn(boolean open) throws IOException {
        long began = System.nanoTime();
        selector.selectNow();
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isReadable()) {
                publisher(key).read();
            }
        }
        selector.selectedKeys().clear();
        clock.tick();
        for (SelectionKey key : keys) {
            if (open) {
                publisher(key).publishDue(began, clock);
            }
            publisher(key).flush();
        }
        LockSupport.parkNanos(TICK_NANOS - (System.nanoTime() - began));
    }

    private void awaitAcknowledgements() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (tally.inFlight() > 0) {
            turn(false);
            if (System.nanoTime() > deadline) {
                throw new IOException(tally.inFlight() + " messages were not acknowledged within 60 s");
            }
        }
    }

    private void connectAll(List<Machine> machines) throws IOException {
        int count = Math.min(load.connections(), machines.size());
        List<SocketChannel> channels = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            channels.add(Handshake.begin(load, "load-" + machines.get(number).id()));
        }
        for (int number = 0; number < count; number++) {
            SocketChannel channel = channels.get(number);
            Handshake.finish(channel);
            channel.configureBlocking(false);
            List<Machine> own = IntStream.iterate(number, index -> index < machines.size(), index -> index + count)
                    .mapToObj(machines::get)
                    .toList();
            keys.add(channel.register(
                    selector, SelectionKey.OP_READ, new Publisher(channel, own, load.window(), tally)));
        }
    }

    private static Publisher publisher(SelectionKey key) {
        return (Publisher) key.attachment();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
