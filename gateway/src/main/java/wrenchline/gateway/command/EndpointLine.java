package wrenchline.gateway.command;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import wrenchline.core.command.Command;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.mqtt.MqttEndpoint;
import wrenchline.gateway.mqtt.hub.Letter.Ending;
import wrenchline.gateway.payload.CommandEncoder;
import wrenchline.gateway.payload.PayloadDecoder;

/**
 * Reaches devices that subscribe at our own endpoint, by a filter that names them: who listens to all machines is told too, but it is
 * not the machine.
 */
public final class EndpointLine implements DeviceLine {

    private final MqttEndpoint endpoint;
    private final Set<EquipmentId> arrived = new HashSet<>();

    public EndpointLine(MqttEndpoint endpoint) {
        this.endpoint = endpoint;
        endpoint.whenListening(this::note);
    }

    private void note(String filter) {
        String[] levels = filter.split("/", 3);
        if (levels.length == 3 && filter.startsWith(PayloadDecoder.TOPIC_ROOT) && EquipmentId.isValid(levels[1])) {
            synchronized (this) {
                arrived.add(new EquipmentId(levels[1]));
            }
        }
    }

    @Override
    public CompletionStage<Handover> send(Command command) {
        String own = PayloadDecoder.TOPIC_ROOT + command.equipment() + "/";
        return endpoint.deliver(
                        CommandEncoder.topic(command),
                        CommandEncoder.payload(command),
                        filter -> filter.startsWith(own))
                .thenApply(EndpointLine::handover);
    }

    private static Handover handover(Ending ending) {
        return switch (ending) {
            case SENT, ACKNOWLEDGED -> new Handover.Taken();
            case REFUSED, UNCLEAR, EXPIRED -> new Handover.Unclear();
            case LOST -> new Handover.Away();
        };
    }

    @Override
    public synchronized Set<EquipmentId> arrived() {
        Set<EquipmentId> now = Set.copyOf(arrived);
        arrived.clear();
        return now;
    }
}
