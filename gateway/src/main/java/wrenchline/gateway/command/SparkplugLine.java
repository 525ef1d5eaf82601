package wrenchline.gateway.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import wrenchline.core.command.Command;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.command.Order;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.sparkplug.SparkplugHost;

/** Asks the nodes of Sparkplug for their births; other orders mean nothing to them. */
public record SparkplugLine(List<SparkplugHost> hosts) implements DeviceLine {
    public SparkplugLine {
        hosts = List.copyOf(hosts);
    }

    @Override
    public CompletionStage<Handover> send(Command command) {
        boolean asked = command.order() instanceof Order.Rebirth
                && hosts.stream().anyMatch(host -> host.askForBirth(command.equipment(), command.id()));
        // At QoS 0 nobody can know; the birth tells.
        return CompletableFuture.completedStage(asked ? new Handover.Unclear() : new Handover.Away());
    }

    @Override
    public Set<EquipmentId> arrived() {
        return hosts.stream().flatMap(host -> host.born().stream()).collect(Collectors.toSet());
    }
}
