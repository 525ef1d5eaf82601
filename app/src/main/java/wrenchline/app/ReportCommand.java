package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports on what was promised (报表). */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Reports of the product that runs in the data folder.")
final class ReportCommand {

    @Mixin
    private final InData data = new InData();

    @Command(
            name = "promises",
            mixinStandardHelpOptions = true,
            description = "How many promises were kept and broken, by clause and month of the deadline, and why not.")
    int promises(
            @Option(names = "--from", paramLabel = "MONTH", description = "For instance 2026-01. Default: this month.")
                    @Nullable
                    YearMonth from,
            @Option(names = "--to", paramLabel = "MONTH", description = "The last one. Default: as --from.") @Nullable
                    YearMonth to) {
        YearMonth first = from == null ? YearMonth.now(ZoneId.systemDefault()) : from;
        YearMonth last = to == null ? (from == null ? first : from) : to;
        PrintWriter out = data.out();
        out.printf(
                "%-8s %-26s %6s %6s %6s %6s %6s %7s  %s%n",
                "month", "clause", "kept", "late", "broken", "waived", "open", "kept %", "causes");
        lines(first, last).forEach((_, line) -> out.println(line));
        return data.done();
    }

    private Map<String, Line> lines(YearMonth from, YearMonth to) {
        Map<String, Line> lines = new TreeMap<>();
        for (Object item : data.product()
                .get("/reports/promises?from=" + from + "&to=" + to)
                .getJsonArray("items")) {
            JsonObject tally = (JsonObject) item;
            String key = tally.getString("month") + " " + tally.getString("clause");
            lines.computeIfAbsent(key, _ -> new Line(tally.getString("month"), tally.getString("clause")))
                    .add(tally);
        }
        return lines;
    }

    /** One clause in one month. */
    private static final class Line {
        private final String month;
        private final String clause;
        private final Map<String, Long> states = new TreeMap<>();
        private final Map<String, Long> causes = new TreeMap<>();

        Line(String month, String clause) {
            this.month = month;
            this.clause = clause;
        }

        void add(JsonObject tally) {
            long count = tally.getLong("count");
            states.merge(tally.getString("state"), count, Long::sum);
            if (!tally.getString("cause").isEmpty()) {
                causes.merge(tally.getString("cause"), count, Long::sum);
            }
        }

        private long of(String state) {
            return states.getOrDefault(state, 0L);
        }

        @Override
        public String toString() {
            long due = of("Kept") + of("KeptLate") + of("Broken");
            return "%-8s %-26s %6d %6d %6d %6d %6d %7s  %s"
                    .formatted(
                            month,
                            clause,
                            of("Kept"),
                            of("KeptLate"),
                            of("Broken"),
                            of("Waived"),
                            of("Running") + of("Paused"),
                            due == 0 ? "-" : "%.1f".formatted(100.0 * of("Kept") / due),
                            causes.isEmpty() ? "" : causes);
        }
    }
}
