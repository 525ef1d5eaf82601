package wrenchline.gateway.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.MachineTopic;
import wrenchline.gateway.payload.Sender;

/**
 * What a frame of the log holds: a message that arrived.
 *
 * @param position of its frame
 * @param parts what it says, in order; never empty
 * @param original the message as it came, when some part of it was not understood; {@link Original#NONE} otherwise
 * @param replayOf the message in quarantine that is replayed by it; {@link Quarantined#LIVE} when it came off the wire
 */
public record Entry(long position, Instant received, List<Decoded> parts, Original original, UUID replayOf) {
    public Entry {
        parts = List.copyOf(parts);
    }

    /**
     * Makes, from its position, the entry that reading back what {@link EntryWriter} wrote would give. Only readings are the same to
     * the bit, because their times are whole microseconds; null for all else, which must be read. For messages off the wire.
     */
    public static @Nullable LongFunction<Entry> asRead(Instant received, List<Decoded> parts, Original original) {
        if (!original.isNone() || !parts.stream().allMatch(Decoded.Telemetry.class::isInstance)) {
            return null;
        }
        Instant micros = received.truncatedTo(ChronoUnit.MICROS);
        return position -> new Entry(position, micros, parts, original, Quarantined.LIVE);
    }

    /** Its readings in order, each with its own number: that of the frame, plus one for each before it. */
    public List<Taken> readings() {
        if (parts.size() == 1 && parts.getFirst() instanceof Decoded.Telemetry telemetry) {
            if (telemetry.readings().size() == 1) {
                return List.of(new Taken(position, telemetry.readings().getFirst()));
            }
        }
        List<Taken> readings = new ArrayList<>();
        for (Decoded part : parts) {
            if (part instanceof Decoded.Telemetry telemetry) {
                telemetry.readings().forEach(reading -> readings.add(new Taken(position + readings.size(), reading)));
            }
        }
        return readings;
    }

    /** Why something in it goes to quarantine; empty when nothing does. */
    public String fault() {
        return parts.stream()
                .map(Entry::faultOf)
                .filter(fault -> !fault.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Why something in {@code part} goes to quarantine; empty when nothing does. */
    public static String faultOf(Decoded part) {
        return switch (part) {
            case Decoded.Rejected rejected -> rejected.reason();
            case Decoded.Telemetry telemetry -> telemetry.fault();
            case Decoded.Event _, Decoded.Status _, Decoded.Attributes _, Decoded.Answer _ -> "";
        };
    }

    /** Whether it came out of quarantine. */
    public boolean isReplay() {
        return !replayOf.equals(Quarantined.LIVE);
    }

    /** Whose message it is, as far as its first part, its topic or its sender tell. */
    public Optional<EquipmentId> machine() {
        if (parts.getFirst() instanceof Decoded.Accepted accepted) {
            return Optional.of(accepted.equipment());
        }
        MachineTopic topic = MachineTopic.of(original.topic());
        if (topic != null && EquipmentId.isValid(topic.machine())) {
            return Optional.of(new EquipmentId(topic.machine()));
        }
        return original.sender() instanceof Sender.Machine(EquipmentId machine, boolean unused)
                ? Optional.of(machine)
                : Optional.empty();
    }

    /** As it came off the wire. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they came; two messages are never compared
    public record Original(String source, Sender sender, String topic, byte[] payload) {

        /** Nobody will ask for it. */
        public static final Original NONE = new Original("", new Sender.Anyone(), "", new byte[0]);

        /** Whether the message was understood, so that nobody needs it as it came. */
        public boolean isNone() {
            return source.isEmpty();
        }
    }
}
