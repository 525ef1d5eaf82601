package wrenchline.bench.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import wrenchline.bench.load.LoadResult;

/**
 * One run.
 *
 * @param rate messages a second that arrived, from the first sent to the last arrived
 * @param acknowledgedRate messages a second that were acknowledged
 * @param serverMicros CPU of the servers a message
 * @param ownMicros CPU of generator and subscriber a message
 */
record Measurement(
        double rate,
        double acknowledgedRate,
        double p50Millis,
        double p99Millis,
        double p999Millis,
        double serverMicros,
        double ownMicros) {

    static Measurement of(LoadResult load, double seconds, double serverMicros, double helperMicros) {
        return new Measurement(
                load.acknowledged() / seconds,
                load.rate(),
                load.p50Millis(),
                load.p99Millis(),
                load.p999Millis(),
                serverMicros,
                load.cpuMicros() + helperMicros);
    }

    /** Of each figure the median. */
    static Measurement median(List<Measurement> runs) {
        return new Measurement(
                median(runs, Measurement::rate),
                median(runs, Measurement::acknowledgedRate),
                median(runs, Measurement::p50Millis),
                median(runs, Measurement::p99Millis),
                median(runs, Measurement::p999Millis),
                median(runs, Measurement::serverMicros),
                median(runs, Measurement::ownMicros));
    }

    private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
        List<Double> sorted = runs.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
