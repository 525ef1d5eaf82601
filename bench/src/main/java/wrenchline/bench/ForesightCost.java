package wrenchline.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import wrenchline.prediction.series.MachineWatch;
import wrenchline.prediction.series.WatchSettings;

/** What the detectors cost: processor time of one thread a reading, heap and snapshot bytes a machine. */
final class ForesightCost {

    private static final int MACHINES = 200;
    private static final int WARM_UP = 50_000;
    private static final int LEARNT = 1000;
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final List<String> metrics;
    private final Random random = new Random(1);

    private ForesightCost(int metrics) {
        this.metrics = IntStream.range(0, metrics).mapToObj(i -> "m" + i).toList();
    }

    public static void main(String[] arguments) throws IOException {
        ForesightCost cost = new ForesightCost(Integer.parseInt(arguments[0]));
        int readings = Integer.parseInt(arguments[1]);
        cost.nanos(WARM_UP);
        System.out.printf(
                "%d metrics: %.2f us of one core a reading, %d bytes of heap a machine, %d bytes of snapshot%n",
                cost.metrics.size(), cost.nanos(readings) / 1000.0 / readings, cost.heapBytes(), cost.snapshotBytes());
    }

    private long nanos(int readings) {
        double[][] values = new double[readings][];
        for (int i = 0; i < readings; i++) {
            values[i] = random.doubles(metrics.size()).toArray();
        }
        MachineWatch watch = new MachineWatch(metrics, WatchSettings.standard());
        long before = cpu();
        for (int i = 0; i < readings; i++) {
            watch.on(START.plusSeconds(10L * i), values[i]);
        }
        return cpu() - before;
    }

    private long heapBytes() {
        List<MachineWatch> kept = new ArrayList<>();
        long before = usedHeap();
        for (int i = 0; i < MACHINES; i++) {
            kept.add(learnt());
        }
        return (usedHeap() - before) / kept.size();
    }

    private int snapshotBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learnt().write(new DataOutputStream(bytes));
        return bytes.size();
    }

    private MachineWatch learnt() {
        MachineWatch watch = new MachineWatch(metrics, WatchSettings.standard());
        for (int i = 0; i < LEARNT; i++) {
            watch.on(START.plusSeconds(10L * i), random.doubles(metrics.size()).toArray());
        }
        return watch;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
