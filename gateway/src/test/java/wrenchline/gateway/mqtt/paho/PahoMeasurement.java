package wrenchline.gateway.mqtt.paho;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What a message costs in each of Paho's clients; {@code bench/paho} runs it. */
class PahoMeasurement {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int SECONDS = Integer.getInteger("seconds", 4);
    private static final int ONE_BY_ONE = 25_000;

    /** A subscriber that can acknowledge. */
    interface Subscriber extends AutoCloseable {
        void acknowledge(int packet) throws Exception;

        /** The end of a group. */
        void acknowledged() throws Exception;

        @Override
        void close();
    }

    /** Connects a subscriber that tells {@code onMessage} the id of each message. */
    private interface Connect {
        Subscriber subscribe(String url, IntConsumer onMessage) throws Exception;
    }

    private record Candidate(
            String name, boolean version5, Connect client, List<Result> flatOut, List<Result> oneByOne) {

        Candidate(String name, boolean version5, Connect client) {
            this(name, version5, client, new ArrayList<>(), new ArrayList<>());
        }
    }

    private record Result(double rate, double micros) {}

    @Test
    @SuppressWarnings("SystemOut")
    void measure() throws Exception {
        List<Candidate> candidates = List.of(
                new Candidate("v3 as it comes", false, Version3Subscriber::plain),
                new Candidate("v3 with buffers", false, Version3Subscriber::buffered),
                new Candidate("v5 as it comes", true, Version5Subscriber::plain),
                new Candidate("v5 with buffers", true, Version5Subscriber::buffered),
                new Candidate("v3, passed by", false, PassingSubscriber::subscribe));
        for (int round = 0; round < ROUNDS; round++) {
            for (Candidate candidate : candidates) {
                candidate.flatOut().add(measure(candidate, 0));
                candidate.oneByOne().add(measure(candidate, ONE_BY_ONE));
            }
        }
        System.out.println("| client | flat-out, messages/s | CPU, µs a message | CPU at 25,000/s one by one |");
        System.out.println("|---|---|---|---|");
        for (Candidate candidate : candidates) {
            Result full = median(candidate.flatOut());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %.1f |%n",
                    candidate.name(),
                    full.rate(),
                    full.micros(),
                    median(candidate.oneByOne()).micros());
        }
    }

    private static Result median(List<Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Result::micros))
                .toList()
                .get(results.size() / 2);
    }

    private static Result measure(Candidate candidate, int rate) throws Exception {
        LinkedBlockingQueue<Integer> unacknowledged = new LinkedBlockingQueue<>();
        try (FlatOutBroker broker = new FlatOutBroker(candidate.version5(), rate);
                Subscriber subscriber = candidate.client().subscribe(broker.url(), unacknowledged::add)) {
            Thread disk = Thread.ofPlatform().daemon().start(() -> acknowledgeInGroups(subscriber, unacknowledged));
            TimeUnit.SECONDS.sleep(2);
            Result result = measure(broker);
            disk.interrupt();
            disk.join();
            return result;
        }
    }

    private static Result measure(FlatOutBroker broker) throws InterruptedException {
        long began = System.nanoTime();
        long acknowledged = broker.acknowledged();
        long cpu = cpuNanos() - broker.cpuNanos();
        TimeUnit.SECONDS.sleep(SECONDS);
        double messages = broker.acknowledged() - acknowledged;
        return new Result(
                messages / ((System.nanoTime() - began) / 1e9),
                (cpuNanos() - broker.cpuNanos() - cpu) / 1e3 / messages);
    }

    /** As after a group commit every millisecond. */
    private static void acknowledgeInGroups(Subscriber subscriber, LinkedBlockingQueue<Integer> unacknowledged) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(1);
                for (Integer packet = unacknowledged.poll(); packet != null; packet = unacknowledged.poll()) {
                    subscriber.acknowledge(packet);
                }
                subscriber.acknowledged();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("acknowledging", e);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
