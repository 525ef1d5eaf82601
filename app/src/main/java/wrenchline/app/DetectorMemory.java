package wrenchline.app;

import java.util.Locale;
import wrenchline.dashboard.http.Health;

/**
 * Whether Java's memory has room for what the detectors learn of the machines (检测器内存). Half of it is for that; the other half is for
 * everything else, and for the garbage collector to work in.
 *
 * @param heap what Java may take, in bytes
 */
record DetectorMemory(long heap) {

    /** The part's name in the health. */
    static final String NAME = "detectors";

    private static final int SHARE = 2;
    private static final double GIBIBYTE = 1 << 30;

    /** What all default detectors learn of one machine with ten metrics, in bytes; {@code bench/foresight-cost} measures it. */
    private static final long MACHINE = 186 << 10;

    static DetectorMemory ofThisProcess() {
        return new DetectorMemory(Runtime.getRuntime().maxMemory());
    }

    /** For how many machines there is room. */
    long machines() {
        return heap / SHARE / MACHINE;
    }

    /** How it is with so many machines in the register. */
    Health.Part with(int machines) {
        if (machines <= machines()) {
            return Health.Part.up(NAME, false);
        }
        long need = machines * MACHINE;
        return Health.Part.warning(
                NAME,
                false,
                String.format(
                        Locale.ROOT,
                        "%d machines need about %.1f of the %.1f GiB of memory that Java may take: set WRENCHLINE_HEAP to %.0fg",
                        machines,
                        need / GIBIBYTE,
                        heap / GIBIBYTE,
                        Math.ceil(need * SHARE / GIBIBYTE)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f GiB for Java, enough for about %d machines", heap / GIBIBYTE, machines());
    }
}
