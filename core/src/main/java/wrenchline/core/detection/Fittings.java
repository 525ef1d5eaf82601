package wrenchline.core.detection;

import java.time.Instant;
import java.util.List;
import wrenchline.core.equipment.EquipmentId;

/** Which wear parts were fitted when (更换记录). */
public interface Fittings {

    /** Keeps {@code fitting}; it takes the place of the one before it for the same part. */
    void keep(Fitting fitting);

    /** The newest for each part of {@code equipment}. */
    List<Fitting> of(EquipmentId equipment);

    /** Those of all machines that were fitted after {@code time}. */
    List<Fitting> since(Instant time);
}
