package wrenchline.hotline.callback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.complaint.ComplaintId;
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
 * same for a complaint that cannot wait, and for an alarm, which nobody takes over by hearing it.
 * Whoever says nothing, or is a machine that talks, takes nothing.
 */
public final class TicketScript implements Script {

    private static final int TRIES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final BiPredicate<TicketId, TicketEvent> tickets;
    private final BiPredicate<ComplaintId, StaffId> complaints;

    /**
     * @param tickets tells a ticket what happened, and whether that applied
     * @param complaints gives a complaint to a member of staff, and whether it was to be had
     */
    public TicketScript(BiPredicate<TicketId, TicketEvent> tickets, BiPredicate<ComplaintId, StaffId> complaints) {
        this.tickets = tickets;
        this.complaints = complaints;
    }

    /**
     * What they are rung for.
     *
     * @param prompt says what it is
     * @param number is read after it
     * @param taking what accepting it comes to, as a prompt
     */
    private record News(String prompt, String number, Supplier<String> taking) {}

    @Override
    public void run(Line line) throws HungUp {
        line.aliveFor(Duration.ofSeconds(60));
        AttemptId attempt = Proof.attempt(line.parameter("attempt")).orElseThrow();
        News news = news(line);
        line.play(List.of(accepts(line, attempt, news) ? news.taking().get() : "staff-not-accepted"));
    }

    private News news(Line line) {
        String number = line.parameter("ticket");
        StaffId staff = new StaffId(line.parameter("staff"));
        String complaint = line.parameter("complaint");
        if (!complaint.isEmpty()) {
            ComplaintId id = new ComplaintId(Long.parseLong(complaint));
            return new News(
                    "complaint-offer",
                    complaint,
                    () -> complaints.test(id, staff) ? "complaint-taken" : "staff-too-late");
        }
        if (!line.parameter("alarm").isEmpty()) {
            return new News("desk-alarm", number, () -> "staff-thanks");
        }
        TicketId ticket = new TicketId(Long.parseLong(number));
        TicketEvent accepted = new TicketEvent.Accepted(new Actor.Staff(staff));
        return new News(
                "ticket-offer", number, () -> tickets.test(ticket, accepted) ? "ticket-taken" : "staff-too-late");
    }

    private static boolean accepts(Line line, AttemptId attempt, News news) throws HungUp {
        String keys = attempt.acceptKeys();
        for (int tried = 0; tried < TRIES; tried++) {
            if (line.ask(offer(news, keys), keys.length(), PATIENCE).equals(keys)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> offer(News news, String keys) {
        List<String> prompts = new ArrayList<>(List.of(news.prompt()));
        prompts.addAll(Speech.digits(news.number()));
        for (int index = 0; index < keys.length(); index++) {
            prompts.add(index == 0 ? "press" : "then-press");
            prompts.addAll(Speech.digits(keys.substring(index, index + 1)));
        }
        return prompts;
    }
}
