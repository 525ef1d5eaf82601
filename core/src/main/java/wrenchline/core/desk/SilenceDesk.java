package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Grounds;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.Devices;

/**
 * Raises tickets for machines that should report and do not (无数据), and again each day. One that was never heard is not missed. When
 * none of several machines is heard, it is the line that is silent, and not they.
 */
public final class SilenceDesk {

    private static final int SEVERAL = 3;
    private static final Duration DAY = Duration.ofDays(1);

    private final Desk desk;
    private final Devices devices;
    private final TelemetryDesk telemetry;

    /** Nobody could be heard before. */
    private final Instant began;

    /** What was told of whom; what was told before the start is found in the tickets. */
    private final Map<EquipmentId, Instant> told = new HashMap<>();

    private boolean recalled;

    public SilenceDesk(Desk desk, Devices devices, TelemetryDesk telemetry) {
        this.desk = desk;
        this.devices = devices;
        this.telemetry = telemetry;
        this.began = desk.clock().instant();
    }

    /** A machine that should report. */
    private record Watched(EquipmentId equipment, Instant heard, Duration silence) {

        boolean isSilent(Instant began, Instant now) {
            Instant from = heard.isAfter(began) ? heard : began;
            return !now.isBefore(from.plus(silence));
        }

        /** Counted from when it was heard alone, so that it is the same after a restart. */
        Instant due(Instant now) {
            Instant first = heard.plus(silence);
            return first.plus(
                    DAY.multipliedBy(Math.max(0, Duration.between(first, now).toDays())));
        }
    }

    public void sweep() {
        Instant now = desk.clock().instant();
        List<Watched> watched = watched();
        if (!recalled) {
            watched.forEach(this::recall);
            recalled = true;
        }
        boolean deaf = watched.size() >= SEVERAL && watched.stream().allMatch(one -> one.isSilent(began, now));
        for (Watched one : watched) {
            if (!one.isSilent(began, now)) {
                if (one.heard().isAfter(began) && told.remove(one.equipment()) != null) {
                    telemetry.on(new Finding.Cleared(one.equipment(), Finding.NO_DATA, "", 0, one.heard()));
                }
            } else if (!deaf && !one.due(now).equals(told.get(one.equipment()))) {
                telemetry.on(new Finding.Raised(
                        one.equipment(),
                        Finding.NO_DATA,
                        Severity.MINOR,
                        "",
                        0,
                        0,
                        one.heard(),
                        one.due(now),
                        new Grounds.Silent(one.heard(), one.silence())));
                told.put(one.equipment(), one.due(now));
            }
        }
    }

    private List<Watched> watched() {
        Map<EquipmentId, Equipment> register = desk.transactions()
                .call(books -> books.register().equipment().stream()
                        .collect(Collectors.toMap(Equipment::id, Function.identity())));
        return devices.seen().stream()
                .flatMap(seen -> Optional.ofNullable(register.get(seen.equipment()))
                        .flatMap(equipment -> Optional.ofNullable(desk.models().get(equipment.model())))
                        .map(EquipmentModel::foresight)
                        .flatMap(Foresight::silenceIfAny)
                        .map(silence -> new Watched(seen.equipment(), seen.lastHeard(), silence))
                        .stream())
                .toList();
    }

    private void recall(Watched one) {
        desk.transactions()
                .call(books -> books.tickets().openFor(one.equipment() + "/" + Finding.NO_DATA))
                .ifPresent(_ -> told.put(one.equipment(), Instant.MIN));
    }
}
