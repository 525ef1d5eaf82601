package wrenchline.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.ticket.TicketId;

/** A callback with the shipped ladder. */
final class Sample {

    static final Instant BEGAN = Instant.parse("2026-03-01T02:00:00Z");
    static final StaffMember FIRST = engineer("e1");
    static final StaffMember SECOND = engineer("e2");
    static final StaffMember SUPERVISOR = engineer("s1");
    static final StaffMember MANAGER = engineer("m1");

    static final Callback CALLBACK = new Callback(
            new CallbackId(new UUID(1, 1)),
            new TicketId(1001),
            new PromiseId(new UUID(1, 2)),
            "13900000001",
            "zh",
            BEGAN,
            Duration.ofSeconds(20),
            Duration.ofSeconds(25),
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(5)),
            List.of(
                    new LadderStep(Duration.ZERO, Rung.Target.FIRST_ENGINEER, List.of(FIRST)),
                    new LadderStep(Duration.ofMinutes(3), Rung.Target.SECOND_ENGINEER, List.of(SECOND)),
                    new LadderStep(Duration.ofMinutes(8), Rung.Target.SUPERVISOR, List.of(SUPERVISOR)),
                    new LadderStep(Duration.ofMinutes(15), Rung.Target.EVERYBODY, List.of(FIRST, SECOND, SUPERVISOR)),
                    new LadderStep(Duration.ofMinutes(22), Rung.Target.MANAGER, List.of(MANAGER)),
                    new LadderStep(Duration.ofMinutes(27), Rung.Target.CUSTOMER, List.of())));

    private Sample() {}

    static Instant minute(long minutes) {
        return BEGAN.plus(Duration.ofMinutes(minutes));
    }

    private static StaffMember engineer(String id) {
        return new StaffMember(new StaffId(id), id, StaffMember.Role.ENGINEER, "1380000000" + id.charAt(1), "zh");
    }
}
