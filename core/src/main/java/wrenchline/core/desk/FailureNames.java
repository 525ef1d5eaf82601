package wrenchline.core.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Names;
import wrenchline.core.notice.Wording;

/** What failure modes are called. */
public record FailureNames(Wording wording) {

    private static final Set<String> OWN = Set.of(
            TicketDesk.REPORTED,
            CallDesk.REPORTED_BY_CALLER,
            CallDesk.EMERGENCY,
            CallDesk.PARTS_WANTED,
            CallDesk.TRAINING_WANTED,
            CallDesk.COMPLAINT,
            Finding.UNUSUAL,
            Finding.NO_DATA,
            Finding.STUCK_VALUE);

    /** Empty when nobody has a name for it, as for what a controller reports. */
    public Optional<Names> of(@Nullable EquipmentModel model, String failureMode) {
        if (OWN.contains(failureMode)) {
            return Optional.of(word("failure." + failureMode, Map.of(), Map.of()));
        }
        if (model == null) {
            return Optional.empty();
        }
        return model.failureNames(failureMode)
                .or(() -> model.foresight()
                        .wornPartNames(failureMode)
                        .map(part -> word("failure.worn", Map.of("part", part.zh()), Map.of("part", part.en()))))
                .or(() -> model.foresight()
                        .degradedNames(failureMode)
                        .map(part -> word("failure.degraded", Map.of("part", part.zh()), Map.of("part", part.en()))));
    }

    private Names word(String key, Map<String, String> zh, Map<String, String> en) {
        return new Names(wording.text(key, "zh", zh), wording.text(key, "en", en));
    }
}
