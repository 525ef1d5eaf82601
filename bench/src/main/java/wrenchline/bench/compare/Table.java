package wrenchline.bench.compare;

import java.util.List;
import java.util.Locale;

/** What was measured, as a Markdown table. */
final class Table {

    private static final int METRICS = 5;

    private Table() {}

    static final String HEAD = """
            | what | connections | messages/s | values/s | acknowledged/s | p50 / p99 / p99.9 flat-out, ms | the same paced | server CPU, µs a message | generator CPU |
            |---|---|---|---|---|---|---|---|---|""";

    static String row(String name, int connections, List<Measurement> flatOut, List<Measurement> paced) {
        Measurement full = Measurement.median(flatOut);
        Measurement slow = Measurement.median(paced);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %,.0f | %,.0f | %s | %s | %.1f (%.1f) | %.1f (%.1f) |",
                name,
                connections,
                full.rate(),
                METRICS * full.rate(),
                full.acknowledgedRate(),
                latencies(full),
                latencies(slow),
                full.serverMicros(),
                slow.serverMicros(),
                full.ownMicros(),
                slow.ownMicros());
    }

    static String latencies(Measurement run) {
        return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", run.p50Millis(), run.p99Millis(), run.p999Millis());
    }
}
