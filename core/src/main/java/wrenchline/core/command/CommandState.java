package wrenchline.core.command;

import java.time.Instant;
import java.util.Optional;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Timed;

/** The states of a command (指令状态). */
public sealed interface CommandState extends Timed {

    /**
     * Not confirmed by the device yet (待发).
     *
     * @param next when to try again, or the command's end while the device is away
     */
    record Queued(Instant next, int tries) implements CommandState {}

    /**
     * The device has it, and has not answered (已送达). Sent again from {@code next} on: the device may have been switched off before it
     * acted.
     */
    record Sent(Instant at, Instant next, int tries) implements CommandState {}

    /** The device did it (已执行). */
    record Acknowledged(Instant at) implements CommandState {}

    /** The device will not or cannot do it (已拒绝). */
    record Refused(Instant at, String reason) implements CommandState {}

    /** Its time passed without an answer (已过期). */
    record Expired(Instant at) implements CommandState {}

    /** Nobody wants it any more (已取消). */
    record Cancelled(Instant at, Actor by) implements CommandState {}

    @Override
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Queued queued -> Optional.of(queued.next());
            case Sent sent -> Optional.of(sent.next());
            case Acknowledged _, Refused _, Expired _, Cancelled _ -> Optional.empty();
        };
    }

    @Override
    default boolean over() {
        return !(this instanceof Queued || this instanceof Sent);
    }
}
