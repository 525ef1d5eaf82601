package wrenchline.gateway.detecting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.detection.Detector;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;

/** Whether a machine is watched. */
sealed interface Watch {

    /** How long an unregistered machine is taken to be still unregistered. */
    Duration ASK_AGAIN = Duration.ofSeconds(30);

    /** It was not registered at {@code asked}. */
    record NotYet(Instant asked) implements Watch {}

    /** So much disorder is left by the way and hides nothing. */
    Duration DISORDER = Duration.ofSeconds(1);

    /** Whether to look for a detector again. */
    default boolean isStale(Instant now) {
        return switch (this) {
            case By by -> false;
            case NotYet(Instant asked) -> now.isAfter(asked.plus(ASK_AGAIN));
        };
    }

    /** It is. */
    final class By implements Watch {

        private static final Logger LOG = LoggerFactory.getLogger(By.class);

        private final EquipmentId equipment;
        private final Detector detector;
        private final long from;

        /** Event time in microseconds. A number, because each reading writes it. */
        private long newest;

        private boolean isChanged;
        private boolean isShowable;

        /** Whether what it knows was ever kept: of a machine that is new, that is done at once. */
        private boolean isKept;

        /** When it was last kept and shown, on the process's own clock. */
        private long keptNanos = System.nanoTime();

        private long shownNanos = System.nanoTime();

        /** @param from readings with a smaller number are known to the detector already */
        By(EquipmentId equipment, Detector detector, long from) {
            this.equipment = equipment;
            this.detector = detector;
            this.from = from;
            this.isKept = from > 0;
        }

        EquipmentId equipment() {
            return equipment;
        }

        Detector detector() {
            return detector;
        }

        /** Whether {@code reading} is so much older than others that it would be passed over. */
        boolean isLate(Reading reading) {
            return Micros.of(reading.at()) < newest - DISORDER.toNanos() / 1_000
                    && !reading.disproves(Micros.instant(newest));
        }

        /** What {@code taken} tells, in the light of those before it. */
        List<Finding> look(Taken taken) {
            if (taken.intake() < from) {
                return List.of();
            }
            isChanged = true;
            isShowable = true;
            Reading reading = taken.reading();
            long at = Micros.of(reading.at());
            newest = at > newest || reading.disproves(Micros.instant(newest)) ? at : newest;
            try {
                return detector.on(reading);
            } catch (RuntimeException bug) {
                LOG.error(
                        "detecting for {} at {}: the reading is kept but was not understood",
                        equipment,
                        reading.at(),
                        bug);
                return List.of();
            }
        }

        boolean isToBeKept(Duration every) {
            return isChanged && (!isKept || System.nanoTime() - keptNanos >= every.toNanos());
        }

        boolean isToBeShown(Duration every) {
            return isShowable && System.nanoTime() - shownNanos >= every.toNanos();
        }

        DetectorState state(long position) {
            return DetectorState.of(equipment, position, Micros.instant(newest), detector);
        }

        void kept() {
            isChanged = false;
            isKept = true;
            keptNanos = System.nanoTime();
        }

        void shown() {
            isShowable = false;
            shownNanos = System.nanoTime();
        }
    }
}
