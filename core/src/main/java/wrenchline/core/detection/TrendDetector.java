package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.reading.Reading;

/** The way of each limited metric to its limit (趋势预测). */
final class TrendDetector implements Detector {

    private final Map<String, Approach> approaches = new LinkedHashMap<>();

    TrendDetector(EquipmentModel model, Foresight.Learned settings, Trend.Maker trends) {
        model.limits().stream()
                .filter(limit -> settings.metrics().contains(limit.metric()))
                .forEach(limit -> approaches.put(
                        limit.metric() + "/" + limit.failureMode() + "/" + limit.side() + "/" + limit.raise(),
                        new Approach(limit, settings, trends.to(limit))));
    }

    @Override
    public List<Finding> on(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (Approach approach : approaches.values()) {
            Double value = reading.values().get(approach.metric());
            if (value != null) {
                approach.look(reading, value, findings);
            }
        }
        return findings;
    }

    @Override
    public Outlook outlook() {
        List<Outlook.Course> courses = approaches.values().stream()
                .map(Approach::course)
                .filter(Objects::nonNull)
                .toList();
        return new Outlook(List.of(), false, List.of(), courses, List.of(), List.of(), List.of());
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Named.write(out, approaches, Approach::write);
    }

    @Override
    public void read(DataInput in) throws IOException {
        Named.read(in, approaches, Approach::read);
    }
}
