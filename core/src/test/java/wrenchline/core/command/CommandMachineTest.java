package wrenchline.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.command.CommandState.Acknowledged;
import wrenchline.core.command.CommandState.Cancelled;
import wrenchline.core.command.CommandState.Expired;
import wrenchline.core.command.CommandState.Queued;
import wrenchline.core.command.CommandState.Refused;
import wrenchline.core.command.CommandState.Sent;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Transition;

class CommandMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant END = NOW.plusSeconds(600);
    private static final Actor LI = new Actor.Operator("Li");
    private static final Command COMMAND = new Command(
            new CommandId(new UUID(0, 1)),
            "key",
            new EquipmentId("lift-01"),
            new Order.Rebirth(),
            LI,
            NOW.minusSeconds(60),
            END);

    private static final CommandState QUEUED = new Queued(NOW, 0);
    private static final CommandState TRIED = new Queued(NOW.plusSeconds(5), 1);
    private static final CommandState SENT = new Sent(NOW.minusSeconds(1), NOW.plusSeconds(4), 1);
    private static final CommandState ACKNOWLEDGED = new Acknowledged(NOW);
    private static final CommandState REFUSED = new Refused(NOW, "no");
    private static final CommandState EXPIRED = new Expired(NOW);
    private static final CommandState CANCELLED = new Cancelled(NOW, LI);

    private static final CommandEvent TRY = new CommandEvent.Tried();
    private static final CommandEvent DELIVERED = new CommandEvent.Delivered();
    private static final CommandEvent DONE = new CommandEvent.Acknowledged();
    private static final CommandEvent NO = new CommandEvent.Refused("no");
    private static final CommandEvent CLOCK = new CommandEvent.ClockRead();
    private static final CommandEvent CANCEL = new CommandEvent.Cancelled(LI);
    private static final CommandEvent REPLACE = new CommandEvent.Replaced(new CommandId(new UUID(0, 2)), LI);

    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(QUEUED, TRY, TRIED),
                Arguments.of(TRIED, TRY, new Queued(NOW.plusSeconds(10), 2)),
                Arguments.of(new Queued(NOW, 7), TRY, new Queued(END, 8)),
                Arguments.of(new Sent(NOW, NOW, 1), TRY, new Sent(NOW, NOW.plusSeconds(10), 2)),
                Arguments.of(TRIED, new CommandEvent.Away(1), new Queued(END, 1)),
                Arguments.of(SENT, new CommandEvent.Away(1), new Sent(NOW.minusSeconds(1), END, 1)),
                Arguments.of(TRIED, DELIVERED, new Sent(NOW, NOW.plusSeconds(5), 1)),
                Arguments.of(SENT, DONE, ACKNOWLEDGED),
                Arguments.of(SENT, NO, REFUSED),
                Arguments.of(QUEUED, CANCEL, CANCELLED),
                Arguments.of(TRIED, CANCEL, CANCELLED),
                Arguments.of(QUEUED, REPLACE, CANCELLED),
                Arguments.of(SENT, REPLACE, CANCELLED),
                // The answer may overtake the confirmation, and come after the end: the device knows what it did.
                Arguments.of(TRIED, DONE, ACKNOWLEDGED),
                Arguments.of(TRIED, NO, REFUSED),
                Arguments.of(EXPIRED, DONE, ACKNOWLEDGED),
                Arguments.of(EXPIRED, NO, REFUSED),
                Arguments.of(CANCELLED, DONE, ACKNOWLEDGED),
                Arguments.of(CANCELLED, NO, REFUSED));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moves(CommandState from, CommandEvent event, CommandState expected) {
        var transition = new CommandMachine().on(COMMAND, from, event, NOW);
        List<CommandEffect> effects =
                event.equals(TRY) ? List.of(new CommandEffect.Deliver(tries(expected))) : List.of();
        assertThat(transition).isEqualTo(new Transition.Moved<>(expected, effects));
    }

    private static int tries(CommandState state) {
        return switch (state) {
            case Queued queued -> queued.tries();
            case Sent sent -> sent.tries();
            case Acknowledged _, Refused _, Expired _, Cancelled _ -> 0;
        };
    }

    static Stream<Arguments> ignored() {
        Stream<Arguments> open = Stream.of(
                Arguments.of(QUEUED, CLOCK),
                Arguments.of(SENT, CLOCK),
                Arguments.of(SENT, DELIVERED),
                Arguments.of(SENT, CANCEL),
                // A word about the first try comes after the second.
                Arguments.of(new Queued(NOW, 2), new CommandEvent.Away(1)),
                Arguments.of(new Sent(NOW, NOW, 2), new CommandEvent.Away(1)));
        Stream<Arguments> over = Stream.of(ACKNOWLEDGED, REFUSED, EXPIRED, CANCELLED)
                .flatMap(state -> Stream.of(TRY, DELIVERED, CLOCK, CANCEL, REPLACE, new CommandEvent.Away(1))
                        .map(event -> Arguments.of(state, event)));
        Stream<Arguments> answered = Stream.of(ACKNOWLEDGED, REFUSED)
                .flatMap(state -> Stream.of(DONE, NO).map(event -> Arguments.of(state, event)));
        return Stream.of(open, over, answered).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void ignores(CommandState from, CommandEvent event) {
        assertThat(new CommandMachine().on(COMMAND, from, event, NOW)).isInstanceOf(Transition.Ignored.class);
    }

    @Test
    void nothing_is_sent_from_the_end_on_and_the_clock_ends_it_then() {
        for (CommandState open : List.of(TRIED, SENT)) {
            assertThat(new CommandMachine().on(COMMAND, open, TRY, END)).isInstanceOf(Transition.Ignored.class);
            assertThat(new CommandMachine().on(COMMAND, open, CLOCK, END)).isEqualTo(Transition.to(new Expired(END)));
        }
    }
}
