package wrenchline.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The hydraulic power unit of the demo: recorded working cycles, five times as fast as they were measured, with a counter of cycles. It is
 * well at first; then its pump leaks and its valve lags, and stays so. The model that diagnoses it has not seen these cycles.
 */
final class WorkingUnit implements Feed {

    private static final Duration STEP = Duration.ofMillis(200);

    private static final int CYCLE = 60;
    private static final String WELL = "well";

    private final List<Map<String, Double>> rows;
    private final int worn;
    private int step;
    private int cycle;
    private Instant began = Instant.MIN;

    private WorkingUnit(List<Map<String, Double>> rows, int worn) {
        this.rows = rows;
        this.worn = worn;
    }

    /** @param telemetry the folder with {@code power-unit.csv.gz}: the state, then a sensor a column */
    static WorkingUnit read(Path telemetry) {
        Path file = telemetry.resolve("power-unit.csv.gz");
        try (Reader reader =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            List<String> lines = reader.readAllLines();
            String[] head = lines.getFirst().split(",", -1);
            List<Map<String, Double>> rows = new ArrayList<>();
            int worn = 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                worn += cells[0].equals(WELL) ? 1 : 0;
                rows.add(row(head, cells));
            }
            return new WorkingUnit(rows, worn);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the recorded cycles in " + file, e);
        }
    }

    @Override
    public Duration every() {
        return STEP;
    }

    private static Map<String, Double> row(String[] head, String[] cells) {
        Map<String, Double> row = new LinkedHashMap<>();
        for (int column = 1; column < head.length; column++) {
            row.put(head[column], Double.valueOf(cells[column]));
        }
        return row;
    }

    /** The controller's own clock is even, however late it is asked. */
    @Override
    public Sample next(Instant now) {
        int within = step % CYCLE;
        if (within == 0) {
            began = now;
            cycle++;
        }
        Map<String, Double> values = new LinkedHashMap<>(rows.get(step));
        values.put("cycle", (double) cycle);
        step = step + 1 == rows.size() ? worn : step + 1;
        return new Sample(began.plus(STEP.multipliedBy(within)), values);
    }
}
