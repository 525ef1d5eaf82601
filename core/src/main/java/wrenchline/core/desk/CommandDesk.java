package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandEffect;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandMachine;
import wrenchline.core.command.CommandState;
import wrenchline.core.command.Order;
import wrenchline.core.command.OrderCheck;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Transition;

/** What people want devices to do, and what devices answer. */
public final class CommandDesk {

    private static final CommandMachine MACHINE = new CommandMachine();

    private final Desk desk;

    public CommandDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * Enters a command that {@code equipment} is to carry out within {@code time}.
     *
     * @param key asked for again with the same key, it is the same command; empty for one that is never asked for again
     */
    public Ordered order(EquipmentId equipment, Order order, Duration time, String key, Actor by) {
        return desk.transactions().call(books -> {
            var registered = books.register().find(equipment);
            if (registered.isEmpty()) {
                return new Ordered.NotRegistered();
            }
            EquipmentModel model = desk.models().get(registered.get().model());
            if (model == null) {
                return new Ordered.NotAllowed("its model '" + registered.get().model() + "' is not known");
            }
            return switch (OrderCheck.of(model, order)) {
                case OrderCheck.Wrong(String reason) -> new Ordered.NotAllowed(reason);
                case OrderCheck.Fine(Order whole) -> enter(books, equipment, whole, time, key, by);
            };
        });
    }

    private Ordered enter(Books books, EquipmentId equipment, Order order, Duration time, String key, Actor by) {
        Instant now = desk.clock().instant();
        CommandId id = new CommandId(UUID.randomUUID());
        Command command =
                new Command(id, key.isEmpty() ? id.toString() : key, equipment, order, by, now, now.plus(time));
        var entered = new Ordering(new Turn(desk, books, now)).enter(command);
        return entered.facts().order().equals(order)
                ? new Ordered.Entered(entered)
                : new Ordered.KeyTaken(entered.facts());
    }

    /** Calls it back; empty when there is no such command. */
    public Optional<Transition<CommandState, CommandEffect>> cancel(CommandId id, Actor by) {
        return tell(id, new CommandEvent.Cancelled(by));
    }

    /** Takes in what a device says. A word about another device's command, or one that nobody knows, changes nothing. */
    public void answered(CommandAnswer answer) {
        CommandEvent event = answer.ok() ? new CommandEvent.Acknowledged() : new CommandEvent.Refused(answer.reason());
        desk.transactions()
                .run(books -> books.commands()
                        .find(answer.command())
                        .filter(command -> command.facts().equipment().equals(answer.equipment()))
                        .ifPresent(command -> Move.apply(
                                MACHINE,
                                books.commands(),
                                command,
                                event,
                                desk.clock().instant())));
    }

    Optional<Transition<CommandState, CommandEffect>> tell(CommandId id, CommandEvent event) {
        return desk.transactions()
                .call(books -> books.commands()
                        .find(id)
                        .map(command -> Move.apply(
                                MACHINE,
                                books.commands(),
                                command,
                                event,
                                desk.clock().instant())));
    }
}
