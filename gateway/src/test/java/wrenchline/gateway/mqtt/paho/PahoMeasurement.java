package wrenchline.gateway.mqtt.paho;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
    interface Candidate {
        Subscriber subscribe(String url, IntConsumer onMessage) throws Exception;
    }

    private record Result(double rate, double micros) {}

    @Test
    @SuppressWarnings("SystemOut")
    void measure() throws Exception {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        candidates.put("v3 as it comes", Version3Subscriber::plain);
        candidates.put("v3 with buffers", Version3Subscriber::buffered);
        candidates.put("v5 as it comes", Version5Subscriber::plain);
        candidates.put("v5 with buffers", Version5Subscriber::buffered);
        candidates.put("v3, passed by", PassingSubscriber::subscribe);
        Map<String, TreeMap<Double, Result>> flatOut = new LinkedHashMap<>();
        Map<String, TreeMap<Double, Result>> oneByOne = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Candidate> candidate : candidates.entrySet()) {
                measure(candidate, 0, flatOut);
                measure(candidate, ONE_BY_ONE, oneByOne);
            }
        }
        System.out.println("| client | flat-out, messages/s | CPU, µs a message | CPU at 25,000/s one by one |");
        System.out.println("|---|---|---|---|");
        for (String name : candidates.keySet()) {
            Result full = median(flatOut.get(name));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %.1f |%n",
                    name,
                    full.rate(),
                    full.micros(),
                    median(oneByOne.get(name)).micros());
        }
    }

    private static Result median(TreeMap<Double, Result> results) {
        return List.copyOf(results.values()).get(results.size() / 2);
    }

    private static void measure(
            Map.Entry<String, Candidate> candidate, int rate, Map<String, TreeMap<Double, Result>> into)
            throws Exception {
        LinkedBlockingQueue<Integer> unacknowledged = new LinkedBlockingQueue<>();
        boolean version5 = candidate.getKey().startsWith("v5");
        try (FlatOutBroker broker = new FlatOutBroker(version5, rate);
                Subscriber subscriber = candidate.getValue().subscribe(broker.url(), unacknowledged::add)) {
            Thread disk = Thread.ofPlatform().daemon().start(() -> acknowledgeInGroups(subscriber, unacknowledged));
            TimeUnit.SECONDS.sleep(2);
            Result result = measure(broker);
            into.computeIfAbsent(candidate.getKey(), unused -> new TreeMap<>()).put(result.micros(), result);
            disk.interrupt();
            disk.join();
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
