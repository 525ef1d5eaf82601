package wrenchline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The recorded load cycles of the hydraulic rig, {@code hydraulic-rig.csv}, by the state of its cooler. */
final class Recording {

    /** The cooler at full efficiency. */
    static final String FULL = "full";

    /** The cooler at a fifth. */
    static final String REDUCED = "reduced";

    /** The cooler close to total failure. */
    static final String FAILING = "failing";

    private final Map<String, List<Row>> byCooler;

    private Recording(Map<String, List<Row>> byCooler) {
        this.byCooler = byCooler;
    }

    /** Five recorded seconds, by channel. */
    record Row(Map<String, Double> values) {

        /** What {@code channel} makes of it. */
        double value(Kind.Channel channel) {
            Double recorded = values.get(channel.recorded());
            if (recorded == null) {
                throw new IllegalStateException("the recording has no channel " + channel.recorded());
            }
            return recorded * channel.factor() + channel.offset();
        }
    }

    static Recording read(Path folder) {
        Path file = folder.resolve("hydraulic-rig.csv");
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
            Map<String, List<Row>> byCooler = new HashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                byCooler.computeIfAbsent(cells[0], cooler -> new ArrayList<>()).add(row(header, cells));
            }
            return new Recording(byCooler);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the recorded telemetry in " + file, e);
        }
    }

    /** The rows recorded with the cooler in that state: in cycles of twelve. */
    List<Row> rows(String cooler) {
        return byCooler.getOrDefault(cooler, List.of());
    }

    private static Row row(List<String> header, String[] cells) {
        Map<String, Double> row = new HashMap<>();
        for (int column = 3; column < cells.length; column++) {
            row.put(header.get(column), Double.valueOf(cells[column]));
        }
        return new Row(row);
    }
}
