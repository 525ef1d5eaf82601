package wrenchline.gateway.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.payload.Decoded;

/**
 * The event times of what was decoded: those that cannot be true go to quarantine, and readings without a time of their own get one
 * that no other has, because two readings of a machine with the same time and values would be taken for one.
 */
final class Times {

    /** Earlier is a mistake: seconds sent as milliseconds fall in 1970. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** When our own clock was set back further than this, its times count and not the order. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Duration ahead;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    /** @param ahead how far a controller's clock may be ahead of ours */
    Times(Duration ahead) {
        this.ahead = ahead;
    }

    List<Decoded> check(List<Decoded> parts, Instant received) {
        return parts.size() == 1
                ? List.of(check(parts.getFirst(), received))
                : parts.stream().map(part -> check(part, received)).toList();
    }

    private Decoded check(Decoded decoded, Instant received) {
        return decoded instanceof Decoded.Telemetry telemetry && !isFine(telemetry, received)
                ? corrected(telemetry, received)
                : decoded;
    }

    private boolean isFine(Decoded.Telemetry telemetry, Instant received) {
        for (Reading reading : telemetry.readings()) {
            if (isWithoutTime(reading) || !isPossible(reading, received)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithoutTime(Reading reading) {
        return reading.at().equals(reading.received());
    }

    private boolean isPossible(Reading reading, Instant received) {
        return !reading.at().isBefore(EARLIEST) && !reading.at().isAfter(received.plus(ahead));
    }

    private Decoded corrected(Decoded.Telemetry telemetry, Instant received) {
        List<Reading> good = new ArrayList<>();
        String fault = telemetry.fault();
        for (Reading reading : telemetry.readings()) {
            if (isWithoutTime(reading)) {
                Instant stamp = stamp(reading.received());
                good.add(new Reading(reading.equipment(), stamp, stamp, reading.seq(), reading.values()));
            } else if (isPossible(reading, received)) {
                good.add(reading);
            } else if (fault.length() < 200) {
                fault += (fault.isEmpty() ? "" : "; ") + "the time " + reading.at() + " cannot be true";
            }
        }
        return good.isEmpty()
                ? new Decoded.Rejected(Decoded.Fault.PAYLOAD, fault)
                : new Decoded.Telemetry(telemetry.equipment(), good, fault);
    }

    /** {@code received}, or a little later. */
    private Instant stamp(Instant received) {
        return last.updateAndGet(before -> {
            boolean setBack = received.isBefore(before.minus(STEP));
            return setBack || received.isAfter(before) ? received : before.plus(1, ChronoUnit.MICROS);
        });
    }
}
