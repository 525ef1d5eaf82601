package wrenchline.gateway.sparkplug;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Json;

/**
 * One edge node (边缘节点) and its devices as a host knows them: from birth to death, in memory alone. Who is not known is asked for its
 * births. Does no input and output.
 */
final class EdgeNode {

    private final Topic.NodeId id;
    private final Naming naming;
    private final Sequence sequence;
    private final Map<String, Machine> devices = new TreeMap<>();
    private Machine self;
    private long bdSeq = Payload.NONE;

    EdgeNode(Topic.NodeId id, Naming naming, Duration reorderTimeout) {
        this.id = id;
        this.naming = naming;
        this.sequence = new Sequence(reorderTimeout);
        this.self = new Machine(naming.equipment(id, ""));
    }

    /** Whether {@code equipment} is the node or one of its devices, and there. */
    boolean isPresent(EquipmentId equipment) {
        return Stream.concat(Stream.of(self), devices.values().stream())
                .anyMatch(machine -> machine.isOnline() && machine.equipment().equals(equipment));
    }

    Heard on(Topic topic, Payload payload, Instant received) {
        return switch (topic.kind()) {
            case NBIRTH -> nodeBirth(payload, received);
            case DBIRTH -> deviceBirth(topic.device(), payload, received);
            case NDATA -> data(self, payload, received);
            case DDATA -> data(device(topic.device()), payload, received);
            case NDEATH -> nodeDeath(payload, received);
            case DDEATH -> deviceDeath(topic.device(), payload, received);
            // Other hosts command it; that is between them.
            case NCMD, DCMD -> new Heard(List.of(), "");
        };
    }

    private Heard nodeBirth(Payload payload, Instant received) {
        long session = payload.bdSeq().orElse(Payload.NONE);
        List<Decoded> parts = new ArrayList<>();
        if (session != bdSeq) {
            // The death of its last session was lost, and its devices may not all come back.
            parts.addAll(offline(devices.values(), received));
            devices.clear();
        }
        devices.values().forEach(Machine::forget);
        bdSeq = session;
        sequence.begin(payload.seq());
        Machine reborn = new Machine(naming.equipment(id, ""));
        parts.addAll(birth(reborn, "", payload, received));
        self = reborn;
        return new Heard(parts, "");
    }

    private Heard deviceBirth(String name, Payload payload, Instant received) {
        String wish = next(payload, received);
        Machine reborn = new Machine(naming.equipment(id, name));
        devices.put(name, reborn);
        return new Heard(birth(reborn, name, payload, received), wish);
    }

    private List<Decoded> birth(Machine machine, String device, Payload payload, Instant received) {
        machine.announce(payload.metrics());
        List<Decoded> parts = new ArrayList<>();
        parts.add(machine.status(true, received, received));
        Contents contents = new Contents(machine.equipment(), naming, payload.timestamp(), received);
        contents.tell("sparkplug", device.isEmpty() ? id.toString() : id + "/" + device);
        for (Metric metric : payload.metrics()) {
            machine.definition(metric)
                    .ifPresentOrElse(
                            definition -> contents.add(definition, metric),
                            () -> contents.fault("a metric of a birth has no name"));
        }
        parts.addAll(contents.parts());
        return parts;
    }

    private Heard data(Machine machine, Payload payload, Instant received) {
        String wish = next(payload, received);
        if (!machine.isBorn()) {
            return new Heard(
                    List.of(Json.rejected("data before the birth that says what it means; it was asked for")),
                    "data came before the birth");
        }
        Contents contents = new Contents(machine.equipment(), naming, payload.timestamp(), received);
        for (Metric metric : payload.metrics()) {
            Optional<Machine.Definition> definition = machine.definition(metric);
            if (definition.isPresent()) {
                contents.add(definition.get(), metric);
            } else {
                contents.fault("no birth announced " + called(metric));
                wish = "no birth announced " + called(metric);
            }
        }
        return new Heard(contents.parts(), wish);
    }

    private Heard nodeDeath(Payload payload, Instant received) {
        boolean ofAnEarlierSession =
                self.isBorn() && payload.bdSeq().isPresent() && payload.bdSeq().getAsLong() != bdSeq;
        return ofAnEarlierSession ? new Heard(List.of(), "") : new Heard(gone(received), "");
    }

    private Heard deviceDeath(String name, Payload payload, Instant received) {
        String wish = next(payload, received);
        Machine machine = device(name);
        machine.forget();
        Instant told = payload.timestamp() == Payload.NONE ? received : Instant.ofEpochMilli(payload.timestamp());
        return new Heard(List.of(machine.status(false, told, received)), wish);
    }

    /** Nothing is known of it any more: it died, or its server is out of reach. */
    List<Decoded> gone(Instant now) {
        List<Decoded> parts = new ArrayList<>(offline(devices.values(), now));
        parts.add(self.status(false, now, now));
        self.forget();
        devices.clear();
        return parts;
    }

    private static List<Decoded> offline(Iterable<Machine> machines, Instant now) {
        List<Decoded> parts = new ArrayList<>();
        for (Machine machine : machines) {
            if (machine.isOnline()) {
                parts.add(machine.status(false, now, now));
            }
        }
        return parts;
    }

    /** Counts a message that is no node's birth or death; says why the births are needed again, if they are. */
    private String next(Payload payload, Instant received) {
        if (!self.isBorn()) {
            return "its birth was not heard";
        }
        sequence.heard(payload.seq(), received);
        return wish(received);
    }

    /** Why the node must be asked for its births at {@code now}; empty when it need not. */
    String wish(Instant now) {
        return self.isBorn() && sequence.isBroken(now) ? "messages are missing" : "";
    }

    private Machine device(String name) {
        return devices.computeIfAbsent(name, first -> new Machine(naming.equipment(id, first)));
    }

    private static String called(Metric metric) {
        return metric.name().isEmpty()
                ? "the alias " + Long.toUnsignedString(metric.alias())
                : "the metric " + metric.name();
    }
}
