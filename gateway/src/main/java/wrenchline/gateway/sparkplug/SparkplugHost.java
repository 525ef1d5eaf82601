package wrenchline.gateway.sparkplug;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.SparkplugSettings;
import wrenchline.core.command.CommandId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.Decoded;
import wrenchline.gateway.payload.Json;
import wrenchline.gateway.payload.Sender;

/**
 * The Sparkplug B 3.0 Host Application of one MQTT server: takes what its edge nodes say into the pipeline, and asks a node for its births
 * when it cannot be understood without them. What nodes said before is not kept over a restart. Data are sent at QoS 0, so they are
 * safe from our receipt on and not before.
 */
public final class SparkplugHost implements Inlet {

    /** What its topics begin with. */
    public static final String ROOT = Topic.ROOT;

    private static final Logger LOG = LoggerFactory.getLogger(SparkplugHost.class);
    private static final int MOST_NODES = 20_000;

    private final SparkplugSettings settings;
    private final Naming naming;
    private final Ingest ingest;
    private final InstantSource clock;
    private final int maxPayloadBytes;
    private final Rebirths rebirths = new Rebirths();
    private final Map<Topic.NodeId, Known> nodes = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Topic.NodeId, Known> eldest) {
            return size() > MOST_NODES;
        }
    };

    /** A node, who may speak for it, and the way to it. */
    private static final class Known {
        private final Sender sender;
        private final EdgeNode node;
        private final Throttle throttle = new Throttle();
        private Publisher way = Publisher.NOWHERE;

        private Known(Sender sender, EdgeNode node) {
            this.sender = sender;
            this.node = node;
        }
    }

    /** @param registered whether there is such a machine in the register; must answer at once */
    public SparkplugHost(
            SparkplugSettings settings,
            Predicate<EquipmentId> registered,
            Ingest ingest,
            InstantSource clock,
            int maxPayloadBytes) {
        this.settings = settings;
        this.naming = new Naming(settings, registered);
        this.ingest = ingest;
        this.clock = clock;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /** Whether {@code topic} is that of a node's will. */
    public static boolean isDeathOfNode(String topic) {
        return topic.startsWith(ROOT)
                && Topic.parse(topic)
                        .filter(parsed -> parsed.kind() == Topic.Kind.NDEATH)
                        .isPresent();
    }

    /** Whether a host says on {@code topic} that it is there. */
    public static boolean isStateOfHost(String topic) {
        return topic.startsWith(HostState.ROOT);
    }

    /** How this host names itself on a connection that begins now. */
    public HostState state() {
        return new HostState(settings.hostId(), clock.instant());
    }

    /** What it says before it leaves. */
    public byte[] farewell() {
        return HostState.farewell(clock.instant());
    }

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        return keep(arrival, understand(arrival), whenRoom);
    }

    boolean keep(Arrival arrival, List<Decoded> parts, Runnable whenRoom) {
        return ingest.receive(arrival, parts, whenRoom);
    }

    private List<Decoded> understand(Arrival arrival) {
        if (isStateOfHost(arrival.topic())) {
            return List.of();
        }
        Optional<Topic> topic = Topic.parse(arrival.topic());
        if (topic.isEmpty()) {
            return List.of(new Decoded.Rejected(
                    Decoded.Fault.TOPIC, "the topic is not spBv1.0/group/kind/node or .../device"));
        }
        try {
            return hear(topic.get(), payload(arrival), arrival);
        } catch (IOException e) {
            return List.of(Json.rejected("not readable as a Sparkplug B payload: " + e.getMessage()));
        } catch (RuntimeException bug) {
            // Thrown on, it would leave the message unacknowledged, and it might come again for ever.
            return List.of(Json.rejected("the decoder failed with " + bug));
        }
    }

    private Payload payload(Arrival arrival) throws IOException {
        if (arrival.payload().length > maxPayloadBytes) {
            throw new IOException(
                    arrival.payload().length + " bytes are more than the " + maxPayloadBytes + " allowed");
        }
        return Compression.inner(PayloadReader.read(arrival.payload()), maxPayloadBytes);
    }

    private synchronized List<Decoded> hear(Topic topic, Payload payload, Arrival arrival) {
        if (arrival.isReplay()) {
            // Its session is over: a birth says by itself what it means, and data do not.
            EdgeNode past = new EdgeNode(topic.nodeId(), naming(arrival.sender()), settings.reorderTimeout());
            return past.on(topic, payload, arrival.received()).parts();
        }
        // Under another account it is another node: what was said of the devices of one must not hold for the other.
        Known known = nodes.compute(
                topic.nodeId(),
                (id, before) -> before != null && before.sender.equals(arrival.sender())
                        ? before
                        : new Known(
                                arrival.sender(),
                                new EdgeNode(id, naming(arrival.sender()), settings.reorderTimeout())));
        known.way = arrival.origin();
        Heard heard = known.node.on(topic, payload, arrival.received());
        grant(heard.wish(), topic.nodeId(), known, arrival.received());
        return rebirths.answered(heard.parts());
    }

    /** The account of a machine covers what is called as that machine, and what the operator has named. */
    private Naming naming(Sender sender) {
        return sender instanceof Sender.Machine(var equipment, var alone) && alone ? naming.of(equipment) : naming;
    }

    /**
     * Asks {@code equipment} to say again everything; its birth is taken as the answer to {@code command}.
     *
     * @return false when it is not there
     */
    public synchronized boolean askForBirth(EquipmentId equipment, CommandId command) {
        for (Map.Entry<Topic.NodeId, Known> known : nodes.entrySet()) {
            if (known.getValue().node.isPresent(equipment)) {
                rebirths.ask(equipment, command);
                known.getValue().way.publish(known.getKey().commandTopic(), Command.rebirth(clock.instant()), 0, false);
                return true;
            }
        }
        return false;
    }

    /** The machines that were born since this was asked last. */
    public synchronized Set<EquipmentId> born() {
        return rebirths.born();
    }

    /** Asks the nodes of which a message is missing for longer than it may be. To be called now and then. */
    public synchronized void lookForGaps() {
        Instant now = clock.instant();
        nodes.forEach((id, known) -> grant(known.node.wish(now), id, known, now));
    }

    private static void grant(String wish, Topic.NodeId id, Known known, Instant now) {
        if (!wish.isEmpty() && known.throttle.isDue(now)) {
            LOG.info("asking the Sparkplug node {} for its births: {}", id, wish);
            known.way.publish(id.commandTopic(), Command.rebirth(now), 0, false);
        }
    }

    /** The server is out of reach: nobody knows how its nodes are. */
    public synchronized void lost() {
        Instant now = clock.instant();
        List<Decoded> offline = new ArrayList<>();
        nodes.values().forEach(known -> offline.addAll(known.node.gone(now)));
        nodes.clear();
        Arrival ours = new Arrival(
                "sparkplug", new Sender.Anyone(), state().topic(), new byte[0], now, Publisher.NOWHERE, outcome -> {});
        ingest.receive(ours, offline, () -> {});
    }
}
