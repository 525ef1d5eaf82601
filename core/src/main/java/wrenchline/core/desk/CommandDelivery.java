package wrenchline.core.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandEffect;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandMachine;
import wrenchline.core.command.CommandState;
import wrenchline.core.command.DeviceLine;
import wrenchline.core.command.DeviceLine.Handover;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Carries commands to the devices: marked first, then sent. Used by one thread. */
public final class CommandDelivery {

    private static final CommandMachine MACHINE = new CommandMachine();
    private static final int BATCH = 50;

    private final Desk desk;
    private final CommandDesk commands;
    private final DeviceLine line;
    /** Devices that came back and whose commands have not been looked at since. */
    private final Set<EquipmentId> back = new HashSet<>();

    private final Queue<News> news = new ConcurrentLinkedQueue<>();

    private record News(CommandId command, CommandEvent event) {}

    private record Marked(Command command, int tries) {}

    private record Batch(List<Marked> marked, boolean isFull) {}

    public CommandDelivery(Desk desk, DeviceLine line) {
        this.desk = desk;
        this.commands = new CommandDesk(desk);
        this.line = line;
    }

    /**
     * Notes what became of those sent before, sends what is due or whose device came back, and ends what expired; tells whether more may
     * be due.
     */
    public boolean deliverDue() {
        note();
        back.addAll(line.arrived());
        Batch batch = desk.transactions().call(this::mark);
        back.clear();
        batch.marked().forEach(this::send);
        return batch.isFull();
    }

    private void note() {
        for (News first = news.peek(); first != null; first = news.peek()) {
            commands.tell(first.command(), first.event());
            news.remove();
        }
    }

    private Batch mark(Books books) {
        Instant now = desk.clock().instant();
        List<Marked> marked = new ArrayList<>();
        for (EquipmentId equipment : back) {
            books.commands().open(equipment).forEach(command -> tryAt(books, command, now, marked));
        }
        List<Tracked<Command, CommandState>> due = books.commands().due(now, BATCH);
        for (var command : due) {
            var expired = Move.apply(MACHINE, books.commands(), command, new CommandEvent.ClockRead(), now);
            if (expired instanceof Transition.Ignored) {
                tryAt(books, command, now, marked);
            }
        }
        return new Batch(marked, due.size() == BATCH);
    }

    private static void tryAt(Books books, Tracked<Command, CommandState> command, Instant now, List<Marked> marked) {
        var tried = Move.apply(MACHINE, books.commands(), command, new CommandEvent.Tried(), now);
        if (tried instanceof Transition.Moved<CommandState, CommandEffect>(var unused, var effects)) {
            for (CommandEffect effect : effects) {
                switch (effect) {
                    case CommandEffect.Deliver(int tries) -> marked.add(new Marked(command.facts(), tries));
                }
            }
        }
    }

    private void send(Marked marked) {
        CommandId id = marked.command().id();
        var _ = line.send(marked.command()).thenAccept(handover -> {
            switch (handover) {
                case Handover.Taken() -> news.add(new News(id, new CommandEvent.Delivered()));
                // The next try will tell.
                case Handover.Unclear() -> {}
                case Handover.Away() -> news.add(new News(id, new CommandEvent.Away(marked.tries())));
                case Handover.Impossible(String reason) -> news.add(new News(id, new CommandEvent.Refused(reason)));
            }
        });
    }
}
