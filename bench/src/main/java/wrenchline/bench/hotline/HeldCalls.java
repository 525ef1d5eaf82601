package wrenchline.bench.hotline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import wrenchline.hotline.ledger.QuotedLine;

/**
 * How much an Asterisk held before it failed, by its own channel events. Time goes in slices of five seconds by the first sign of each call. A
 * slice has failed when more than 1 % of its calls came neither to the end of the dialogue nor to the word that all lines are busy, or
 * when more than 1 % waited longer than two seconds for the first prompt; what was held ends with the first of two failed slices in a row,
 * because one alone may be a hiccup of the machine.
 */
final class HeldCalls {

    private static final double SLICE = 5;
    private static final double LONGEST_WAIT = 2;

    private final List<Heard> calls;
    private final TreeMap<Integer, List<Heard>> slices = new TreeMap<>();

    /** One call, with times in seconds; infinite where it did not come to that. */
    private static final class Heard {
        private final double began;
        private double prompt = Double.POSITIVE_INFINITY;
        private double ended = Double.POSITIVE_INFINITY;
        private boolean through;
        private boolean turnedAway;

        Heard(double began) {
            this.began = began;
        }

        double waited() {
            return prompt - began;
        }
    }

    /**
     * @param atOnce the most calls at one moment while it held
     * @param aSecond the most that came in a second, in a slice that held
     * @param median time to the first prompt while it held, in milliseconds
     * @param failed whether it failed at last; otherwise the callers ran out before
     */
    record Result(
            int atOnce,
            double aSecond,
            int calls,
            int through,
            int turnedAway,
            long median,
            long ninetyNine,
            boolean failed) {}

    private HeldCalls(List<Heard> calls) {
        this.calls = calls;
        double start = calls.isEmpty() ? 0 : calls.getFirst().began;
        calls.forEach(call -> slices.computeIfAbsent((int) ((call.began - start) / SLICE), any -> new ArrayList<>())
                .add(call));
    }

    /**
     * Prints the parts of the {@link Result} of the ledger {@code args[0]}, without its first {@code args[1]} lines, in their order.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Stream<String> lines = Files.lines(Path.of(args[0]))) {
            Result result = of(lines.skip(Long.parseLong(args[1])));
            out.printf(
                    "%d %.1f %d %d %d %d %d %s%n",
                    result.atOnce(),
                    result.aSecond(),
                    result.calls(),
                    result.through(),
                    result.turnedAway(),
                    result.median(),
                    result.ninetyNine(),
                    result.failed() ? "failed" : "held");
        }
    }

    static Result of(Stream<String> rows) {
        Map<String, Heard> calls = new LinkedHashMap<>();
        rows.map(QuotedLine::fields).filter(fields -> fields.size() == 12).forEach(fields -> take(calls, fields));
        return new HeldCalls(List.copyOf(calls.values())).result();
    }

    private static void take(Map<String, Heard> calls, List<String> fields) {
        double at = Double.parseDouble(fields.get(1));
        String channel = fields.get(3);
        if (fields.get(0).equals("CHAN_START") && fields.get(6).equals("hotline")) {
            calls.put(channel, new Heard(at));
        }
        Heard call = calls.get(channel);
        if (call == null) {
            return;
        }
        if (fields.get(0).equals("STREAM_BEGIN")) {
            call.prompt = Math.min(call.prompt, at);
            call.through |= fields.get(11).contains("\"goodbye\"");
            call.turnedAway |= fields.get(11).contains("\"all-busy\"");
        } else if (fields.get(0).equals("CHAN_END")) {
            call.ended = at;
        }
    }

    private Result result() {
        int end = slices.keySet().stream()
                .filter(slice -> failed(slice) && (slice.equals(slices.lastKey()) || failed(slice + 1)))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        List<Heard> held =
                slices.headMap(end).values().stream().flatMap(List::stream).toList();
        List<Double> waits = held.stream().map(Heard::waited).sorted().toList();
        return new Result(
                atOnce(held),
                slices.headMap(end).values().stream().mapToInt(List::size).max().orElse(0) / SLICE,
                calls.size(),
                (int) calls.stream().filter(call -> call.through).count(),
                (int) calls.stream().filter(call -> call.turnedAway).count(),
                millis(waits, 0.5),
                millis(waits, 0.99),
                end < Integer.MAX_VALUE);
    }

    private boolean failed(int slice) {
        List<Heard> came = slices.getOrDefault(slice, List.of());
        long lost =
                came.stream().filter(call -> !call.through && !call.turnedAway).count();
        long late = came.stream().filter(call -> call.waited() > LONGEST_WAIT).count();
        return Math.max(lost, late) * 100 > came.size();
    }

    /** The most calls that ran, at the moment at which one of {@code held} began; those turned away are not held. */
    private static int atOnce(List<Heard> held) {
        List<Heard> served = held.stream().filter(call -> !call.turnedAway).toList();
        return served.stream()
                .mapToInt(call -> (int) served.stream()
                        .filter(other -> other.began <= call.began && other.ended > call.began)
                        .count())
                .max()
                .orElse(0);
    }

    private static long millis(List<Double> waits, double fraction) {
        return waits.isEmpty() ? 0 : Math.round(1000 * waits.get((int) Math.ceil(waits.size() * fraction) - 1));
    }
}
