package wrenchline.hotline.callback;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Transactions;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.ticket.TicketId;
import wrenchline.hotline.guard.DialGuard;

/**
 * Rings staff because of a ticket, a complaint or an alarm; {@link TicketScript} talks to them. Asks for no proof: what is proved is who took
 * it.
 */
record NewsCalls(Transactions transactions, Exchange exchange, DialGuard guard) {

    private static final Logger LOG = LoggerFactory.getLogger(NewsCalls.class);
    private static final Duration RING_FOR = Duration.ofSeconds(25);

    /** Only while the ticket still waits for somebody. */
    void ask(PhoneOrder.AskStaff order) throws IOException {
        boolean waits = transactions
                .call(books -> books.tickets().look(order.ticket()))
                .filter(ticket -> ticket.state().waits())
                .isPresent();
        if (waits) {
            ring(order.ticket(), order.attempt(), order.staff(), Map.of());
        } else {
            LOG.info("ticket {} waits for nobody: {} is not rung", order.ticket(), order.attempt());
        }
    }

    void ask(PhoneOrder.AskAboutComplaint order) throws IOException {
        Map<String, String> which = Map.of("COMPLAINT", order.complaint().toString());
        ring(order.ticket(), order.attempt(), order.staff(), which);
    }

    void alarm(PhoneOrder.Alarm order) throws IOException {
        ring(order.ticket(), order.attempt(), order.staff(), Map.of("ALARM", "1"));
    }

    private void ring(TicketId ticket, AttemptId attempt, StaffMember staff, Map<String, String> why)
            throws IOException {
        String number = PhoneNumber.normalise(staff.phone());
        DialGuard.Verdict verdict = guard.judge(number);
        if (verdict != DialGuard.Verdict.PERMITTED) {
            LOG.warn("{} is not rung for ticket {}: {}", staff.id(), ticket, verdict);
            return;
        }
        Map<String, String> variables = new HashMap<>(why);
        variables.put("ATTEMPT", attempt.toString());
        variables.put("TICKET", ticket.toString());
        variables.put("STAFF", staff.id().value());
        variables.put("LANGUAGE", staff.language());
        var ring = new Exchange.Ring(number, attempt.toString(), "ticket", RING_FOR, ticket.toString(), variables);
        switch (exchange.ring(ring)) {
            case Exchange.Placed.Dialling _ -> LOG.info("{} is rung for ticket {}", staff.id(), ticket);
            case Exchange.Placed.NoWay() -> LOG.warn("there is no way to {} for ticket {}", staff.id(), ticket);
            case Exchange.Placed.Refused(String reason) ->
                LOG.warn("{} is not rung for ticket {}: {}", staff.id(), ticket, reason);
        }
    }
}
