package wrenchline.core.desk;

import java.util.List;
import java.util.stream.Stream;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.Severity;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Dated;

/** What follows from how grave a ticket is (故障定级). What was promised is never taken back when it turns out less grave. */
record Weighing(Turn turn) {

    /** A ticket was weighed: what it was not promised before is promised from now on. */
    void weigh(Ticket ticket, Severity severity) {
        List<Dated<TicketEvent>> events = turn.books().tickets().events(ticket.id());
        Severity before = gravest(ticket, events.subList(0, events.size() - 1));
        if (severity.compareTo(before) > 0) {
            new Opening(turn).graver(ticket, before, severity);
        }
    }

    /** Everything is promised anew, and somebody is asked. */
    void again(Ticket ticket) {
        TicketId id = ticket.id();
        new Opening(turn).again(ticket, gravest(ticket, turn.books().tickets().events(id)));
        new Dispatch(turn).next(id);
    }

    /** The gravest that it was ever found to be. */
    static Severity gravest(Ticket ticket, List<Dated<TicketEvent>> events) {
        Stream<Severity> later = events.stream().map(Dated::event).flatMap(event -> switch (event) {
            case TicketEvent.Triaged triaged -> Stream.of(triaged.severity());
            case TicketEvent.FoundAgain(Finding.Raised raised) -> Stream.of(raised.severity());
            case TicketEvent _ -> Stream.of();
        });
        return Stream.concat(Stream.of(ticket.severity()), later)
                .max(Severity::compareTo)
                .orElseThrow();
    }
}
