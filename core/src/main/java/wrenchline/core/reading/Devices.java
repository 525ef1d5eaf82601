package wrenchline.core.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import wrenchline.core.equipment.EquipmentId;

/** What is known of controllers besides their readings. A normal return of a write means that it is on disk. */
public interface Devices {

    void keep(DeviceStatus status);

    void keep(DeviceEvent event);

    /** Keeps each attribute that is newer than the one of that name that is there. */
    void keep(DeviceAttributes attributes);

    /** Notes when each was heard last; unknown equipment is entered as unregistered. */
    void heard(Map<EquipmentId, Instant> last);

    /** Notes that {@code equipment} was heard at {@code at}. */
    default void heard(EquipmentId equipment, Instant at) {
        heard(Map.of(equipment, at));
    }

    /** Notes as offline whoever was last heard before {@code since}, be it by a status message; tells how many. */
    int noteSilent(Instant since);

    /** Notes who sends more than it may; its {@code times} are added to those before. */
    void note(List<OverQuota> excesses);

    /** Every machine that ever sent more than it may. */
    List<OverQuota> overQuota();

    /** The newest events of one piece of equipment. */
    List<DeviceEvent> events(EquipmentId equipment, int atMost);

    /** The attributes of one piece of equipment, by name. */
    List<Attribute> attributes(EquipmentId equipment);

    /** Every controller that was ever heard, registered or not. */
    List<Seen> seen();

    /** When a controller was heard, and whether it is there: by its status message or will, and where it never sent one, by being heard. */
    record Seen(EquipmentId equipment, Instant lastHeard, boolean online) {}

    /** The newest value of an attribute, as JSON. */
    record Attribute(String name, String value, Instant at) {}
}
