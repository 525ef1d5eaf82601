package wrenchline.hotline.callback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.hotline.ivr.HungUp;
import wrenchline.hotline.ivr.Line;
import wrenchline.hotline.ivr.Script;
import wrenchline.hotline.ivr.Speech;

/**
 * What is done with a member of staff who was rung for a ticket and answered: the ticket is read, and the accepting keys are asked for; the
 * same for an alarm, which nobody takes over by hearing it.
 * Whoever says nothing, or is a machine that talks, takes nothing.
 */
public final class TicketScript implements Script {

    private static final int TRIES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final BiPredicate<TicketId, TicketEvent> tickets;

    /** @param tickets tells a ticket what happened, and whether that applied */
    public TicketScript(BiPredicate<TicketId, TicketEvent> tickets) {
        this.tickets = tickets;
    }

    @Override
    public void run(Line line) throws HungUp {
        line.aliveFor(Duration.ofSeconds(60));
        AttemptId attempt = Proof.attempt(line.parameter("attempt")).orElseThrow();
        TicketId ticket = new TicketId(Long.parseLong(line.parameter("ticket")));
        Actor staff = new Actor.Staff(new StaffId(line.parameter("staff")));
        boolean alarm = !line.parameter("alarm").isEmpty();
        if (!accepts(line, attempt, ticket, alarm ? "desk-alarm" : "ticket-offer")) {
            line.play(List.of("staff-not-accepted"));
        } else if (alarm) {
            line.play(List.of("staff-thanks"));
        } else if (tickets.test(ticket, new TicketEvent.Accepted(staff))) {
            line.play(List.of("ticket-taken"));
        } else {
            line.play(List.of("staff-too-late"));
        }
    }

    private static boolean accepts(Line line, AttemptId attempt, TicketId ticket, String news) throws HungUp {
        String keys = attempt.acceptKeys();
        for (int tried = 0; tried < TRIES; tried++) {
            if (line.ask(offer(news, ticket, keys), keys.length(), PATIENCE).equals(keys)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> offer(String news, TicketId ticket, String keys) {
        List<String> prompts = new ArrayList<>(List.of(news));
        prompts.addAll(Speech.digits(ticket.toString()));
        for (int index = 0; index < keys.length(); index++) {
            prompts.add(index == 0 ? "press" : "then-press");
            prompts.addAll(Speech.digits(keys.substring(index, index + 1)));
        }
        return prompts;
    }
}
