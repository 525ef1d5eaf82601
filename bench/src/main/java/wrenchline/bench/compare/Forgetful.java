package wrenchline.bench.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.OverQuota;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Quarantine;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Standing;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.detecting.Findings;

/** Takes everything at once and has nothing: what the pipeline costs without what it ends in. */
final class Forgetful implements Readings, Devices, Quarantine, Ledger, Findings {

    @Override
    public void keep(List<Taken> readings) {}

    @Override
    public Map<Reading, Long> find(Collection<Reading> readings) {
        return Map.of();
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        return List.of();
    }

    @Override
    public List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<DayCount> counts(Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Latest> latest() {
        return List.of();
    }

    @Override
    public void seal(Horizon horizon) {}

    @Override
    public void purge() {}

    @Override
    public void note(List<OverQuota> excesses) {}

    @Override
    public List<OverQuota> overQuota() {
        return List.of();
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void keep(DeviceStatus status) {}

    @Override
    public void keep(DeviceEvent event) {}

    @Override
    public void keep(DeviceAttributes attributes) {}

    @Override
    public void heard(Map<EquipmentId, Instant> last) {}

    @Override
    public int noteSilent(Instant since) {
        return 0;
    }

    @Override
    public List<DeviceEvent> events(EquipmentId equipment, int atMost) {
        return List.of();
    }

    @Override
    public List<Attribute> attributes(EquipmentId equipment) {
        return List.of();
    }

    @Override
    public List<Seen> seen() {
        return List.of();
    }

    @Override
    public void keep(Quarantined message) {}

    @Override
    public List<Standing> standings() {
        return List.of();
    }

    @Override
    public long position(Follower follower) {
        return 0;
    }

    @Override
    public void pass(Follower follower, long position) {}

    @Override
    public void enter(Page page) {}

    @Override
    public List<Standing> standings(Collection<EquipmentId> machines) {
        return List.of();
    }

    @Override
    public Books books(LocalDate from, LocalDate to) {
        return new Books(Instant.EPOCH, 0, List.of(), List.of(), List.of());
    }

    @Override
    public void on(DeviceEvent event) {}

    @Override
    public void on(CommandAnswer answer) {}

    @Override
    public void on(Finding finding) {}
}
