package wrenchline.gateway.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import wrenchline.core.command.Command;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.equipment.EquipmentId;

/** Several lines as one: a command goes by the first at which its device listens. */
public record Lines(List<DeviceLine> lines) implements DeviceLine {
    public Lines {
        lines = List.copyOf(lines);
    }

    @Override
    public CompletionStage<Handover> send(Command command) {
        CompletionStage<Handover> sent = CompletableFuture.completedStage(new Handover.Away());
        for (DeviceLine line : lines) {
            sent = sent.thenCompose(handover -> handover instanceof Handover.Away
                    ? line.send(command)
                    : CompletableFuture.completedStage(handover));
        }
        return sent;
    }

    @Override
    public Set<EquipmentId> arrived() {
        Set<EquipmentId> arrived = new HashSet<>();
        lines.forEach(line -> arrived.addAll(line.arrived()));
        return arrived;
    }
}
