package wrenchline.core.reading;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;

/**
 * A machine that sends, or sent, more than it may (超出配额).
 *
 * @param since null when it does not now
 * @param times how often that has begun; where it is told anew, how often since it was told last
 */
public record OverQuota(EquipmentId equipment, @Nullable Instant since, long times) {

    public Optional<Instant> sinceIfNow() {
        return Optional.ofNullable(since);
    }
}
