package wrenchline.gateway.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import wrenchline.core.command.Command;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.CommandEncoder;
import wrenchline.gateway.payload.MachineTopic;
import wrenchline.gateway.quota.Meters;

/**
 * Reaches devices through the brokers over which they are heard. A broker does not tell who subscribes: who was heard and did not say
 * that it is offline is taken to listen. Everything that comes from the brokers passes by here on its way to the pipeline.
 */
public final class BrokerLine implements DeviceLine, Inlet {

    private static final int MOST_MACHINES = 20_000;
    private static final String STATUS = "status";
    private static final String COMMAND = "command";

    private final Ingest ingest;
    private final Inlet inlet;
    private final Meters meters;
    private final Set<EquipmentId> arrived = new HashSet<>();
    private final Map<String, Publisher> ways = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Publisher> eldest) {
            return size() > MOST_MACHINES;
        }
    };

    /** @param inlet where everything goes on to */
    public BrokerLine(Ingest ingest, Inlet inlet, Meters meters) {
        this.meters = meters;
        this.ingest = ingest;
        this.inlet = inlet;
    }

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        MachineTopic topic = MachineTopic.of(arrival.topic());
        if (topic != null) {
            if (topic.kind().equals(COMMAND)) {
                // Our own, which the broker brings back to us as to everybody who reads everything.
                return ingest.receive(arrival, List.of(), whenRoom);
            }
            note(topic.machine(), topic.kind(), arrival);
            measure(topic.machine(), arrival.payload().length);
        }
        return inlet.receive(arrival, whenRoom);
    }

    /** All machines of a broker share our connection: who sends too much can be shown there, and not be slowed. */
    private void measure(String machine, int bytes) {
        if (EquipmentId.isValid(machine)) {
            meters.of(new EquipmentId(machine)).take(bytes, System.nanoTime());
        }
    }

    private synchronized void note(String machine, String kind, Arrival arrival) {
        if (kind.equals(STATUS) && new String(arrival.payload(), UTF_8).contains("offline")) {
            ways.remove(machine);
        } else if (ways.put(machine, arrival.origin()) == null && EquipmentId.isValid(machine)) {
            arrived.add(new EquipmentId(machine));
        }
    }

    @Override
    public CompletionStage<Handover> send(Command command) {
        Publisher way = way(command.equipment());
        return way == null
                ? CompletableFuture.completedStage(new Handover.Away())
                : way.confirmed(CommandEncoder.topic(command), CommandEncoder.payload(command))
                        .thenApply(taken -> taken ? new Handover.Taken() : new Handover.Unclear());
    }

    private synchronized @Nullable Publisher way(EquipmentId equipment) {
        return ways.get(equipment.value());
    }

    @Override
    public synchronized Set<EquipmentId> arrived() {
        Set<EquipmentId> now = Set.copyOf(arrived);
        arrived.clear();
        return now;
    }
}
