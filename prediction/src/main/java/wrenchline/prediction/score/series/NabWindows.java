package wrenchline.prediction.score.series;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wrenchline.prediction.data.EventTime;

/** The labels of the Numenta Anomaly Benchmark: for each series the first and last time of its anomalies. */
final class NabWindows {

    private final Map<String, List<Instant>> bounds;

    private NabWindows(Map<String, List<Instant>> bounds) {
        this.bounds = bounds;
    }

    static NabWindows read(Path file) throws IOException {
        Map<String, List<Instant>> bounds = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            List<Instant> current = new ArrayList<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    current = new ArrayList<>();
                    bounds.put(json.currentName(), current);
                } else if (token == JsonToken.VALUE_STRING) {
                    Instant at = EventTime.of(json.getText());
                    if (at == null) {
                        throw new IOException("reading " + file + ": '" + json.getText() + "' is no time");
                    }
                    current.add(at);
                }
            }
        }
        return new NabWindows(bounds);
    }

    /** The labelled rows of {@code series}, which is named as in the file of labels. */
    List<Window> of(Series series) throws IOException {
        List<Instant> times = bounds.get(series.name());
        if (times == null) {
            throw new IOException("labelling " + series.name() + ": the file of labels does not know it");
        }
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i + 1 < times.size(); i += 2) {
            windows.add(new Window(
                    series.times().indexOf(times.get(i)), series.times().indexOf(times.get(i + 1))));
        }
        return windows;
    }
}
