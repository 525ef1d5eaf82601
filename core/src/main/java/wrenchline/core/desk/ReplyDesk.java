package wrenchline.core.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Reply;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Reads what staff answer to notices. */
public final class ReplyDesk {

    private final Desk desk;

    public ReplyDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * What became of a reply.
     *
     * @param done whether it changed anything
     * @param text as sent back to whoever replied
     */
    public record Answer(boolean done, String text) {}

    /** Reads {@code text} that came from {@code number}. Only staff are listened to. */
    public Answer read(String number, String text) {
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            Optional<StaffMember> sender = books.rosters().current().staff().stream()
                    .filter(member -> PhoneNumber.normalise(member.phone()).equals(PhoneNumber.normalise(number)))
                    .findFirst();
            return sender.map(staff -> read(turn, staff, text))
                    .orElseGet(() -> new Answer(false, word("reply.unknown-sender", "zh", "")));
        });
    }

    private Answer read(Turn turn, StaffMember staff, String text) {
        Reply reply = Reply.parse(text);
        List<Tracked<Notice, NoticeState>> asked = meant(turn, staff, code(reply));
        if (reply instanceof Reply.Unreadable || asked.size() != 1) {
            String key = reply instanceof Reply.Unreadable
                    ? "reply.unreadable"
                    : asked.isEmpty() ? "reply.no-such-code" : "reply.which-one";
            return new Answer(false, word(key, staff.language(), code(reply)));
        }
        Tracked<Notice, NoticeState> notice = asked.getFirst();
        Move.apply(new NoticeMachine(), turn.books().notices(), notice, new NoticeEvent.Replied(text), turn.now());
        return act(turn, staff, reply, notice.facts());
    }

    private Answer act(Turn turn, StaffMember staff, Reply reply, Notice notice) {
        Actor actor = new Actor.Staff(staff.id());
        var ticket = turn.books().tickets().find(notice.ticket()).orElseThrow();
        Transition<TicketState, TicketEffect> transition = switch (reply) {
            case Reply.Accept _ -> {
                if (notice.kind() == NoticeKind.CALLBACK) {
                    ringAtOnce(turn, staff, notice);
                }
                yield turn.ticket(ticket, new TicketEvent.Accepted(actor));
            }
            case Reply.Refuse refuse -> turn.ticket(ticket, new TicketEvent.Refused(actor, refuse.reason()));
            case Reply.Arrived _ -> turn.ticket(ticket, new TicketEvent.Arrived(actor));
            case Reply.Finished finished -> {
                var resolved = new TicketEvent.Resolved(actor, "reported by SMS");
                yield finished.part().isEmpty()
                        ? turn.ticket(ticket, resolved)
                        : resolve(
                                turn,
                                notice,
                                resolved,
                                new TicketEvent.Judged(actor, new Verdict.Real(finished.part())));
            }
            case Reply.FalseAlarm _ ->
                resolve(
                        turn,
                        notice,
                        new TicketEvent.Resolved(actor, "a false alarm"),
                        new TicketEvent.Judged(actor, new Verdict.FalseAlarm()));
            case Reply.Unreadable _ -> Transition.ignore("unreadable");
        };
        boolean done = transition instanceof Transition.Moved;
        String text = word(
                done ? "reply.done" : "reply.too-late",
                staff.language(),
                notice.ticket().toString());
        turn.letters().answer(notice.ticket(), staff, text);
        return new Answer(done, text);
    }

    /** Whoever mended it knows whether there was anything. */
    private static Transition<TicketState, TicketEffect> resolve(
            Turn turn, Notice notice, TicketEvent.Resolved resolved, TicketEvent.Judged judged) {
        Tickets tickets = turn.books().tickets();
        var first = turn.ticket(tickets.find(notice.ticket()).orElseThrow(), resolved);
        var second = turn.ticket(tickets.find(notice.ticket()).orElseThrow(), judged);
        return first instanceof Transition.Moved ? first : second;
    }

    private static void ringAtOnce(Turn turn, StaffMember staff, Notice notice) {
        turn.books()
                .callbacks()
                .openFor(notice.ticket())
                .ifPresent(callback -> turn.callback(callback, new CallbackEvent.AcceptedBySms(staff)));
    }

    /** The notices that a reply can mean; a bare reply means those whose tickets still wait. */
    private static List<Tracked<Notice, NoticeState>> meant(Turn turn, StaffMember staff, String code) {
        if (!code.isEmpty()) {
            return turn.books().notices().withCode(code, turn.now()).stream()
                    .filter(notice ->
                            PhoneNumber.normalise(notice.facts().to()).equals(PhoneNumber.normalise(staff.phone())))
                    .toList();
        }
        return turn.books().notices().askedOf(staff.phone(), turn.now()).stream()
                .filter(notice -> turn.books()
                        .tickets()
                        .find(notice.facts().ticket())
                        .filter(ticket -> waitsFor(staff, ticket.state()))
                        .isPresent())
                .toList();
    }

    private static boolean waitsFor(StaffMember staff, TicketState state) {
        return state instanceof TicketState.Assigned assigned ? assigned.to().equals(staff.id()) : state.waits();
    }

    private static String code(Reply reply) {
        return switch (reply) {
            case Reply.Accept accept -> accept.code();
            case Reply.Refuse refuse -> refuse.code();
            case Reply.Arrived arrived -> arrived.code();
            case Reply.Finished finished -> finished.code();
            case Reply.FalseAlarm falseAlarm -> falseAlarm.code();
            case Reply.Unreadable _ -> "";
        };
    }

    private String word(String key, String language, String subject) {
        return desk.wording().text(key, language, Map.of("subject", subject));
    }
}
