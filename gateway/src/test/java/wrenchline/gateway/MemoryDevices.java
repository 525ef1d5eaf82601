package wrenchline.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.OverQuota;

/** Devices in memory. */
public final class MemoryDevices implements Devices {

    public final BlockingQueue<DeviceStatus> statuses = new LinkedBlockingQueue<>();
    public final BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
    private final List<EquipmentId> heard = new ArrayList<>();
    private final Map<EquipmentId, SortedMap<String, Attribute>> attributes = new HashMap<>();
    private final Map<EquipmentId, Seen> seen = new LinkedHashMap<>();

    @Override
    public void keep(DeviceStatus status) {
        statuses.add(status);
    }

    @Override
    public void keep(DeviceEvent event) {
        events.add(event);
    }

    @Override
    public void note(List<OverQuota> excesses) {
        throw new UnsupportedOperationException("the pipeline notes no excess");
    }

    @Override
    public List<OverQuota> overQuota() {
        throw new UnsupportedOperationException("the pipeline shows no excess");
    }

    @Override
    public synchronized void keep(DeviceAttributes attributes) {
        attributes
                .values()
                .forEach((name, value) -> this.attributes
                        .computeIfAbsent(attributes.equipment(), unknown -> new TreeMap<>())
                        .merge(
                                name,
                                new Attribute(name, value, attributes.at()),
                                (old, latest) -> latest.at().isBefore(old.at()) ? old : latest));
    }

    @Override
    public synchronized List<Attribute> attributes(EquipmentId equipment) {
        return List.copyOf(attributes.getOrDefault(equipment, new TreeMap<>()).values());
    }

    @Override
    public synchronized void heard(Map<EquipmentId, Instant> last) {
        last.forEach((equipment, at) -> {
            heard.add(equipment);
            seen.put(equipment, new Seen(equipment, at, true));
        });
    }

    @Override
    public int noteSilent(Instant since) {
        return 0;
    }

    @Override
    public synchronized List<DeviceEvent> events(EquipmentId equipment, int atMost) {
        return List.copyOf(events);
    }

    @Override
    public synchronized List<Seen> seen() {
        return List.copyOf(seen.values());
    }

    /** Each write of {@code heard}, in order. */
    public synchronized List<EquipmentId> heard() {
        return List.copyOf(heard);
    }
}
