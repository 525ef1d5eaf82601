package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.reading.Reading;

/** Counts the use of parts against their rated life (易损件寿命): raised when nine tenths are used, and again when all is. */
public final class WearDetector implements Detector {

    private final Map<String, PartWear> parts = new LinkedHashMap<>();

    public WearDetector(EquipmentModel model) {
        model.foresight().wear().forEach(part -> parts.put(part.id(), new PartWear(part)));
    }

    @Override
    public List<Finding> on(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (PartWear part : parts.values()) {
            Double value = reading.values().get(part.metric());
            if (value != null) {
                part.look(reading, value, findings);
            }
        }
        return findings;
    }

    @Override
    public Outlook outlook() {
        List<Outlook.Wear> wear = parts.values().stream()
                .filter(PartWear::isSeen)
                .map(PartWear::now)
                .toList();
        return new Outlook(List.of(), false, List.of(), List.of(), wear, List.of(), List.of());
    }

    @Override
    public void fitted(Fitting fitting) {
        PartWear part = parts.get(fitting.part());
        if (part != null) {
            part.fitted(fitting.at(), fitting.used());
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Named.write(out, parts, PartWear::write);
    }

    @Override
    public void read(DataInput in) throws IOException {
        Named.read(in, parts, PartWear::read);
    }
}
