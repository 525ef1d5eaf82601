package wrenchline.core.desk;

import java.util.Map;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.desk.ReplyDesk.Answer;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.Reply;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.transition.Transition;

/** What follows from what {@code staff} replied to {@code notice}. */
record Replying(Turn turn, StaffMember staff, Notice notice) {

    Answer act(Reply reply) {
        return switch (reply) {
            case Reply.CallsThemself _ -> ofCallback(new CallbackEvent.CallsThemself(staff), "reply.calls-themself");
            case Reply.Called _ -> ofCallback(new CallbackEvent.ToldByStaff(staff), "reply.customer-asked");
            case Reply _ -> answer(ofTicket(reply) instanceof Transition.Moved, "reply.done");
        };
    }

    private Answer ofCallback(CallbackEvent said, String key) {
        boolean done = turn.books()
                .callbacks()
                .openFor(notice.ticket())
                .map(callback -> turn.callback(callback, said))
                .filter(Transition.Moved.class::isInstance)
                .isPresent();
        return answer(done, key);
    }

    private Answer answer(boolean done, String key) {
        String text = turn.desk()
                .wording()
                .text(
                        done ? key : "reply.too-late",
                        staff.language(),
                        Map.of("subject", notice.ticket().toString()));
        return new Answer(done, text);
    }

    private Transition<TicketState, TicketEffect> ofTicket(Reply reply) {
        Actor actor = new Actor.Staff(staff.id());
        return switch (reply) {
            case Reply.Accept _ -> {
                if (notice.kind() == NoticeKind.CALLBACK) {
                    ringAtOnce();
                }
                yield tell(new TicketEvent.Accepted(actor));
            }
            case Reply.Refuse refuse -> tell(new TicketEvent.Refused(actor, refuse.reason()));
            case Reply.Arrived _ -> tell(new TicketEvent.Arrived(actor));
            case Reply.Finished(var unused, String part) -> {
                var resolved = new TicketEvent.Resolved(actor, "reported by SMS");
                yield part.isEmpty() ? tell(resolved) : resolve(resolved, new Verdict.Real(part));
            }
            case Reply.FalseAlarm _ ->
                resolve(new TicketEvent.Resolved(actor, "a false alarm"), new Verdict.FalseAlarm());
            case Reply.CallsThemself _, Reply.Called _ -> Transition.ignore("about its callback");
            case Reply.Stop _, Reply.Resume _, Reply.Unreadable _ -> Transition.ignore("about no ticket");
        };
    }

    /** Whoever mended it knows whether there was anything. */
    private Transition<TicketState, TicketEffect> resolve(TicketEvent.Resolved resolved, Verdict verdict) {
        var first = tell(resolved);
        var second = tell(new TicketEvent.Judged(resolved.by(), verdict));
        return first instanceof Transition.Moved ? first : second;
    }

    private Transition<TicketState, TicketEffect> tell(TicketEvent event) {
        return turn.ticket(turn.books().tickets().find(notice.ticket()).orElseThrow(), event);
    }

    private void ringAtOnce() {
        turn.books()
                .callbacks()
                .openFor(notice.ticket())
                .ifPresent(callback -> turn.callback(callback, new CallbackEvent.AcceptedBySms(staff)));
    }
}
