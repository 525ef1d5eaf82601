package wrenchline.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.call.CallId;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.TicketEffect.ArrivalSeen;
import wrenchline.core.ticket.TicketEffect.AskNext;
import wrenchline.core.ticket.TicketEffect.ResponseGiven;
import wrenchline.core.ticket.TicketEffect.SolvedRemotely;
import wrenchline.core.transition.Transition;

class TicketMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Actor ENGINEER = new Actor.Staff(new StaffId("e1"));
    private static final Actor OTHER = new Actor.Staff(new StaffId("e2"));
    private static final TicketState RAISED = new TicketState.Raised();
    private static final TicketState ACCEPTED = new TicketState.Accepted(ENGINEER, NOW);
    private static final TicketState ON_SITE = new TicketState.OnSite(ENGINEER, NOW);
    private static final TicketState RESOLVED = new TicketState.Resolved(ENGINEER, NOW, "x");
    private static final TicketState CLOSED = new TicketState.Closed(ENGINEER, NOW);
    private static final Ticket TICKET = new Ticket(
            new TicketId(1001),
            "caller/1",
            null,
            null,
            "REPORTED_BY_CALLER",
            Severity.MAJOR,
            new Origin.Telephone(new CallId("1.1"), "1"),
            NOW);

    static Stream<Arguments> moves() {
        TicketEvent accept = new TicketEvent.Accepted(ENGINEER);
        TicketEvent refuse = new TicketEvent.Refused(ENGINEER, "ill");
        TicketEvent arrive = new TicketEvent.Arrived(ENGINEER);
        TicketEvent resolve = new TicketEvent.Resolved(ENGINEER, "x");
        TicketEvent again = new TicketEvent.CalledAgain(new CallId("2.2"));
        TicketEffect mended = new TicketEffect.Mended(ENGINEER);
        ResponseGiven response = new ResponseGiven(ENGINEER);
        return Stream.of(
                Arguments.of(RAISED, accept, ACCEPTED, List.of(response)),
                Arguments.of(RAISED, refuse, RAISED, List.of(new AskNext(ENGINEER))),
                Arguments.of(ACCEPTED, refuse, RAISED, List.of(new AskNext(ENGINEER))),
                Arguments.of(RAISED, arrive, ON_SITE, List.of(response, new ArrivalSeen(ENGINEER, false))),
                Arguments.of(ACCEPTED, arrive, ON_SITE, List.of(new ArrivalSeen(ENGINEER, false))),
                Arguments.of(RAISED, resolve, RESOLVED, List.of(response, new SolvedRemotely(ENGINEER), mended)),
                Arguments.of(ACCEPTED, resolve, RESOLVED, List.of(new SolvedRemotely(ENGINEER), mended)),
                Arguments.of(ON_SITE, resolve, RESOLVED, List.of(mended)),
                Arguments.of(RESOLVED, new TicketEvent.Closed(ENGINEER), CLOSED, List.of()),
                Arguments.of(RAISED, again, RAISED, List.of()),
                Arguments.of(RESOLVED, again, RESOLVED, List.of()));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moves(TicketState from, TicketEvent event, TicketState expected, List<TicketEffect> effects) {
        assertThat(new TicketMachine().on(TICKET, from, event, NOW))
                .isEqualTo(new Transition.Moved<>(expected, effects));
    }

    static Stream<Arguments> ignored() {
        return Stream.of(
                Arguments.of(ACCEPTED, new TicketEvent.Accepted(OTHER)),
                Arguments.of(ACCEPTED, new TicketEvent.Refused(OTHER, "not mine")),
                Arguments.of(ON_SITE, new TicketEvent.Refused(ENGINEER, "no")),
                Arguments.of(ON_SITE, new TicketEvent.Arrived(OTHER)),
                Arguments.of(RESOLVED, new TicketEvent.Accepted(OTHER)),
                Arguments.of(RAISED, new TicketEvent.Closed(ENGINEER)),
                Arguments.of(ACCEPTED, new TicketEvent.Closed(ENGINEER)),
                Arguments.of(CLOSED, new TicketEvent.Closed(ENGINEER)),
                Arguments.of(CLOSED, new TicketEvent.Accepted(ENGINEER)),
                Arguments.of(CLOSED, new TicketEvent.Resolved(ENGINEER, "x")),
                Arguments.of(CLOSED, new TicketEvent.CalledAgain(new CallId("3.3"))));
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void ignores(TicketState from, TicketEvent event) {
        assertThat(new TicketMachine().on(TICKET, from, event, NOW)).isInstanceOf(Transition.Ignored.class);
    }
}
