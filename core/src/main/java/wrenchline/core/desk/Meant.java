package wrenchline.core.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Reply;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** Finds the notices that a reply of {@code staff} can mean. */
record Meant(Turn turn, StaffMember staff) {

    /** By its code, or the newest about each ticket for which a bare reply makes sense. */
    List<Tracked<Notice, NoticeState>> by(Reply reply) {
        if (!reply.code().isEmpty()) {
            return withCode(reply.code()).stream().toList();
        }
        Set<TicketId> seen = new HashSet<>();
        return turn.books().notices().askedOf(staff.phone(), turn.now()).stream()
                .filter(notice -> !ofCallback(reply) || notice.facts().kind() == NoticeKind.CALLBACK)
                .filter(notice -> seen.add(notice.facts().ticket()))
                .filter(notice -> turn.books()
                        .tickets()
                        .look(notice.facts().ticket())
                        .filter(ticket -> fits(reply, ticket.facts().id(), ticket.state()))
                        .isPresent())
                .toList();
    }

    /** Whether {@code text} names the codes of several: which of them its word means nobody can tell. */
    boolean several(String text) {
        return Reply.codes(text).stream()
                        .distinct()
                        .filter(code -> withCode(code).isPresent())
                        .count()
                > 1;
    }

    private Optional<Tracked<Notice, NoticeState>> withCode(String code) {
        return turn.books()
                .notices()
                .withCode(code, turn.now())
                .filter(notice ->
                        PhoneNumber.normalise(notice.facts().to()).equals(PhoneNumber.normalise(staff.phone())));
    }

    static boolean ofCallback(Reply reply) {
        return reply instanceof Reply.CallsThemself || reply instanceof Reply.Called;
    }

    private boolean fits(Reply reply, TicketId ticket, TicketState state) {
        return switch (reply) {
            case Reply.Accept _, Reply.Refuse _ ->
                state instanceof TicketState.Assigned assigned ? assigned.to().equals(staff.id()) : state.waits();
            case Reply.CallsThemself _, Reply.Called _ ->
                turn.books().callbacks().openFor(ticket).isPresent();
            case Reply.Arrived _ -> isUnderWay(state);
            case Reply.Finished _, Reply.FalseAlarm _ ->
                isUnderWay(state) || (state instanceof TicketState.OnSite onSite && isMine(onSite.by()));
            case Reply.Stop _, Reply.Resume _, Reply.Unreadable _ -> false;
        };
    }

    private boolean isUnderWay(TicketState state) {
        return (state instanceof TicketState.Accepted accepted && isMine(accepted.by()))
                || (state instanceof TicketState.OnTheWay onTheWay && isMine(onTheWay.by()));
    }

    private boolean isMine(Actor by) {
        return by.equals(new Actor.Staff(staff.id()));
    }
}
