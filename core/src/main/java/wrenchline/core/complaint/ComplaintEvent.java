package wrenchline.core.complaint;

import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.Actor;

/** What happens to a complaint. */
public sealed interface ComplaintEvent {

    /** The sweep looked at the clock. */
    record ClockRead() implements ComplaintEvent {}

    /** Something was found out or done (调查记录). */
    record Noted(Actor by, String text) implements ComplaintEvent {}

    /** It is more than an ordinary one (标记). */
    record Flagged(Actor by, Flag flag, String why) implements ComplaintEvent {}

    /**
     * Its customer turns to somebody higher at once (越级投诉).
     *
     * @param step the number of the step of the ladder; what stands between is left out
     */
    record Raised(Actor by, int step, String why) implements ComplaintEvent {}

    /** Somebody looks after it alone (指定专人). */
    record Given(Actor by, StaffId owner) implements ComplaintEvent {}

    /**
     * Its customer was told what comes of it (答复).
     *
     * @param cause why it came to it, and whose responsibility that is (原因与责任)
     * @param remedy what is done about it (处理办法)
     * @param prevention what is done so that it does not happen again (预防措施)
     */
    record Answered(Actor by, String cause, String remedy, String prevention) implements ComplaintEvent {}

    /** That is not enough (异议). */
    record Objected(Actor by, String why) implements ComplaintEvent {}

    /** Its customer is content (客户认可). */
    record Settled(Actor by) implements ComplaintEvent {}
}
