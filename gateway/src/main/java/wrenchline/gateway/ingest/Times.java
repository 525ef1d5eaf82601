package wrenchline.gateway.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
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

    List<Decoded> check(List<Decoded> parts, Arrival arrival) {
        UnaryOperator<Instant> stamps = arrival.isReplay() ? again() : this::stamp;
        return parts.size() == 1
                ? List.of(check(parts.getFirst(), arrival.received(), stamps))
                : parts.stream()
                        .map(part -> check(part, arrival.received(), stamps))
                        .toList();
    }

    /** Parts that come out of quarantine: their readings arrive {@code now}, as far as the machine's clock is concerned. */
    static List<Decoded> arrived(List<Decoded> parts, Instant now) {
        return parts.stream()
                .map(part -> part instanceof Decoded.Telemetry(var equipment, var readings, var fault)
                        ? new Decoded.Telemetry(equipment, arrivedReadings(readings, now), fault)
                        : part)
                .toList();
    }

    private static List<Reading> arrivedReadings(List<Reading> readings, Instant now) {
        return readings.stream()
                .map(one -> Reading.dated(one.equipment(), one.at(), now, one.seq(), one.values()))
                .toList();
    }

    private Decoded check(Decoded decoded, Instant received, UnaryOperator<Instant> stamps) {
        if (decoded instanceof Decoded.Event(var event) && !isPossible(event.at(), received)) {
            return new Decoded.Rejected(Decoded.Fault.PAYLOAD, impossible(event.at()));
        }
        return decoded instanceof Decoded.Telemetry telemetry && !isFine(telemetry, received)
                ? corrected(telemetry, received, stamps)
                : decoded;
    }

    private boolean isFine(Decoded.Telemetry telemetry, Instant received) {
        for (Reading reading : telemetry.readings()) {
            if (!reading.isDated() || !isPossible(reading.at(), received)) {
                return false;
            }
        }
        return true;
    }

    private static String impossible(Instant at) {
        return "ts " + at + (at.isBefore(EARLIEST) ? " is before 2000" : " is in the future");
    }

    private boolean isPossible(Instant at, Instant received) {
        return !at.isBefore(EARLIEST) && !at.isAfter(received.plus(ahead));
    }

    private Decoded corrected(Decoded.Telemetry telemetry, Instant received, UnaryOperator<Instant> stamps) {
        List<Reading> good = new ArrayList<>();
        String fault = telemetry.fault();
        for (Reading reading : telemetry.readings()) {
            if (!reading.isDated()) {
                Instant stamp = stamps.apply(reading.received());
                good.add(new Reading(reading.equipment(), stamp, stamp, reading.seq(), reading.values()));
            } else if (isPossible(reading.at(), received)) {
                good.add(reading);
            } else if (fault.length() < 200) {
                fault += (fault.isEmpty() ? "" : "; ") + impossible(reading.at());
            }
        }
        return good.isEmpty()
                ? new Decoded.Rejected(Decoded.Fault.PAYLOAD, fault)
                : new Decoded.Telemetry(telemetry.equipment(), good, fault);
    }

    /** For a message that came before: the times that it got then, so that what was taken of it is known again. */
    private static UnaryOperator<Instant> again() {
        AtomicLong place = new AtomicLong();
        return received -> received.plus(place.getAndIncrement(), ChronoUnit.MICROS);
    }

    /** {@code received}, or a little later. */
    private Instant stamp(Instant received) {
        return last.updateAndGet(before -> {
            boolean setBack = received.isBefore(before.minus(STEP));
            return setBack || received.isAfter(before) ? received : before.plus(1, ChronoUnit.MICROS);
        });
    }
}
