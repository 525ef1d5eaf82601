package wrenchline.gateway.ingest;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Quarantine;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.PayloadDecoder;
import wrenchline.gateway.payload.PlainText;

/**
 * The main path, in order: decode, queue in the machine's lane, write to disk, acknowledge, detect. Acknowledged means durable,
 * and what follows from it will happen: the machine's recent history is looked at again after a restart.
 */
public final class Ingest implements Inlet, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final PayloadDecoder decoder;
    private final Readings history;
    private final Devices devices;
    private final Quarantine quarantine;
    private final Findings findings;
    private final IngestSettings settings;
    private final InstantSource clock;
    private final Retry retry;
    private final Counters counters = new Counters();
    private final List<Lane> lanes;

    public Ingest(
            PayloadDecoder decoder,
            Readings history,
            Devices devices,
            Quarantine quarantine,
            Detectors detectors,
            Findings findings,
            IngestSettings settings,
            InstantSource clock) {
        this.decoder = decoder;
        this.history = history;
        this.devices = devices;
        this.quarantine = quarantine;
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
        this.retry = new Retry(settings.firstRetry(), settings.longestRetry());
        this.lanes = IntStream.range(0, settings.lanes())
                .mapToObj(number ->
                        lane(number, new Detection(history, detectors, findings, settings, clock, retry, counters)))
                .toList();
        lanes.forEach(Lane::start);
    }

    /** Step 1, on the thread of the source: decode, and queue in the lane of the machine. False when the lane is full. */
    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        return receive(arrival, decoder.decode(arrival.topic(), arrival.payload(), arrival.received()), whenRoom);
    }

    /**
     * As {@link #receive(Arrival, Runnable)}, for what was decoded already: the message says {@code parts}, be it of several
     * machines or nothing, and is acknowledged once all of it is on disk.
     */
    public boolean receive(Arrival arrival, List<Decoded> parts, Runnable whenRoom) {
        if (parts.isEmpty()) {
            arrival.acknowledgement().settled(Outcome.KEPT);
            return true;
        }
        Arrival each = arrival.acknowledgedBy(new Together(parts.size(), arrival.acknowledgement()));
        // This method counts as one of those without room until it knows how many there are.
        AtomicInteger full = new AtomicInteger(1);
        Runnable room = () -> {
            if (full.decrementAndGet() == 0) {
                whenRoom.run();
            }
        };
        for (Decoded part : parts) {
            full.incrementAndGet();
            if (receive(each, part, room)) {
                full.decrementAndGet();
            }
        }
        return full.decrementAndGet() == 0;
    }

    private boolean receive(Arrival arrival, Decoded decoded, Runnable whenRoom) {
        counters.received();
        return lanes.get(laneOf(arrival, decoded)).add(new Message(arrival, decoded), whenRoom);
    }

    /** Steps 2 to 4, on the thread of the lane, for all messages that queued up meanwhile. */
    private void take(List<Message> batch, Detection detection, Heard heard) {
        keep(batch);
        acknowledge(batch);
        detect(batch, detection, heard);
    }

    /** Step 2: everything to disk. Returns only when it is there. */
    private void keep(List<Message> batch) {
        List<Message> telemetry = new ArrayList<>();
        for (Message message : batch) {
            switch (message.decoded()) {
                case Decoded.Telemetry decoded -> {
                    telemetry.add(message);
                    if (!decoded.fault().isEmpty()) {
                        quarantine(message, decoded.fault());
                    }
                }
                case Decoded.Event(var event) -> keep(event);
                case Decoded.Status(var status) ->
                    retry.until("keeping the status of " + status.equipment(), () -> devices.keep(status));
                case Decoded.Attributes(var attributes) ->
                    retry.until("keeping attributes of " + attributes.equipment(), () -> devices.keep(attributes));
                case Decoded.Answer(var answer) ->
                    retry.until("telling the desk what " + answer.equipment() + " answers", () -> findings.on(answer));
                case Decoded.Rejected(Decoded.Fault fault, String reason) -> {
                    quarantine(message, reason);
                    message.outcome(fault == Decoded.Fault.TOPIC ? Outcome.BAD_TOPIC : Outcome.BAD_PAYLOAD);
                }
            }
        }
        keepReadings(telemetry);
    }

    /** An event is on disk, and the desk has acted on it, before it is acknowledged: nobody looks at it again later. */
    private void keep(DeviceEvent event) {
        retry.until("keeping an event of " + event.equipment(), () -> devices.keep(event));
        retry.until("telling the desk of " + event.code() + " of " + event.equipment(), () -> findings.on(event));
    }

    /** All readings in one write; when the history refuses them, one message at a time, to find out which it is. */
    private void keepReadings(List<Message> telemetry) {
        if (refusal(telemetry).isEmpty()) {
            return;
        }
        for (Message message : telemetry) {
            String refusal = refusal(List.of(message));
            if (!refusal.isEmpty()) {
                quarantine(message, "the history refuses it: " + refusal);
                message.outcome(Outcome.BAD_PAYLOAD);
            }
        }
    }

    /** Writes the readings of {@code messages}. Empty when they are on disk, otherwise why they never will be. */
    private String refusal(List<Message> messages) {
        List<Taken> readings = messages.stream()
                .flatMap(one -> readings(one).stream())
                .map(reading -> new Taken(Taken.UNNUMBERED, reading))
                .toList();
        if (readings.isEmpty()) {
            return "";
        }
        return retry.until("writing " + readings.size() + " readings to the history", () -> {
            long began = System.nanoTime();
            try {
                history.keep(readings);
            } catch (Readings.HistoryUnavailable outage) {
                throw outage;
            } catch (RuntimeException refusal) {
                LOG.error("writing {} readings to the history: refused", readings.size(), refusal);
                return refusal.toString();
            }
            counters.committed(readings.size(), System.nanoTime() - began);
            return "";
        });
    }

    private void quarantine(Message message, String reason) {
        Arrival arrival = message.arrival();
        Quarantined quarantined = new Quarantined(
                UUID.randomUUID(),
                arrival.received(),
                PlainText.of(arrival.source()),
                PlainText.of(arrival.topic()),
                arrival.payload(),
                reason);
        retry.until("quarantining a message of " + quarantined.source(), () -> quarantine.keep(quarantined));
        counters.quarantined();
    }

    /** Step 3: the sources may acknowledge. For MQTT this is what sends PUBACK. */
    private void acknowledge(List<Message> batch) {
        for (Message message : batch) {
            if (!message.isSettled()) {
                counters.acknowledged();
                message.settle();
            }
        }
    }

    /** Step 4: what it means. A finding becomes a ticket at the desk. */
    private void detect(List<Message> batch, Detection detection, Heard heard) {
        for (Message message : batch) {
            if (message.decoded() instanceof Decoded.Accepted accepted) {
                heard.note(accepted.equipment(), message.arrival().received());
            }
            if (message.isKept()) {
                readings(message).forEach(detection::on);
            }
        }
    }

    /** What went through so far. */
    public IngestSnapshot snapshot() {
        return counters.snapshot(lanes.stream().mapToInt(Lane::held).sum());
    }

    /** Finishes what the lanes hold, as far as that works; what remains was not acknowledged. Close the sources first. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
        boolean finished =
                lanes.stream().allMatch(lane -> lane.join(settings.closing().dividedBy(lanes.size())));
        retry.abandon();
        if (!finished) {
            lanes.forEach(lane -> lane.join(settings.longestRetry()));
        }
    }

    private Lane lane(int number, Detection detection) {
        Heard heard = new Heard(devices, settings.heardEvery());
        return new Lane(
                "lane-" + number,
                settings.laneBytes(),
                () -> resume(number, detection),
                // Every step may be repeated, so that not even a bug of ours loses a message.
                batch -> retry.until("taking in messages", () -> take(batch, detection, heard)));
    }

    /** A machine that fell silent just before we were killed would never be looked at again otherwise. */
    private void resume(int number, Detection detection) {
        var since = clock.instant().minus(settings.window()).minus(settings.heardEvery());
        retry.until("reading which machines were heard", devices::seen).stream()
                .filter(seen -> seen.lastHeard().isAfter(since))
                .map(Devices.Seen::equipment)
                .filter(equipment -> lane(equipment.value()) == number)
                .forEach(detection::watch);
    }

    private int laneOf(Arrival arrival, Decoded decoded) {
        return decoded instanceof Decoded.Accepted accepted
                ? lane(accepted.equipment().value())
                : lane(arrival.topic());
    }

    private int lane(String key) {
        return Math.floorMod(key.hashCode(), settings.lanes());
    }

    private static List<Reading> readings(Message message) {
        return message.decoded() instanceof Decoded.Telemetry telemetry ? telemetry.readings() : List.of();
    }
}
