package wrenchline.core.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.CallId;
import wrenchline.core.detection.Finding;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;

/** What happens to a ticket. */
public sealed interface TicketEvent {

    /** Somebody takes it (接单). */
    record Accepted(Actor by) implements TicketEvent {}

    /** Somebody who was asked will not take it (拒单). */
    record Refused(Actor by, String reason) implements TicketEvent {}

    /** It was looked at and weighed for the first time (主管初评). */
    record Triaged(Actor by, Severity severity, TicketKind kind, String note) implements TicketEvent {}

    /**
     * It is given to an engineer, who is asked to take it (派工).
     *
     * @param by the product, or whoever overrode it
     * @param reason why this engineer
     */
    record Assigned(Actor by, StaffId to, Names reason) implements TicketEvent {}

    /** Nobody on duty may take it (无人可派), and why; the supervisors were told. */
    record NobodyFits(Names reason) implements TicketEvent {}

    /** Whoever took it is on the way (出发). */
    record SetOut(Actor by) implements TicketEvent {}

    /**
     * Somebody arrived at the equipment (到场).
     *
     * @param customerCode the digits that the customer told; null when nobody was asked for them
     */
    record Arrived(Actor by, @Nullable String customerCode) implements TicketEvent {
        public Arrived(Actor by) {
            this(by, null);
        }
    }

    /** What is wrong, and what is to be done (诊断与解决方案). */
    record Diagnosed(Actor by, String finding, String solution) implements TicketEvent {}

    /** How it failed, by what, and why, as far as it is known (ISO 14224); may be said again, and the last word counts. */
    record Classified(
            Actor by,
            String failureMode,
            @Nullable FailureMechanism mechanism,
            @Nullable FailureCause cause) implements TicketEvent {}

    /** A part was swapped (更换备件), with the serial numbers of both where they have one. */
    record PartSwapped(Actor by, String part, String serialOut, String serialIn) implements TicketEvent {}

    /** The equipment was taken away to be repaired (取回维修); the customer has {@code receipt} for it. */
    record TakenAway(Actor by, String serialNumber, String receipt) implements TicketEvent {}

    /** The equipment was given back (归还) against {@code receipt}. */
    record Returned(Actor by, String receivedBy, String receipt) implements TicketEvent {}

    /** It was solved by telephone (电话解决): nobody needs to go there. */
    record SolvedByPhone(Actor by, String how) implements TicketEvent {}

    /** The customer says that it is mended (客户确认). */
    record Confirmed(Actor by) implements TicketEvent {}

    /** It is not mended after all (重新打开). */
    record Reopened(Actor by, String reason) implements TicketEvent {}

    /** It is the same as another one, with which it goes on (合并). */
    record Merged(Actor by, TicketId into) implements TicketEvent {}

    /** Another one was found to be the same, and goes on with this. */
    record Absorbed(Actor by, TicketId from) implements TicketEvent {}

    /** The customer was told what it will cost (报价). */
    record Quoted(Actor by, Quote quote) implements TicketEvent {}

    /** The customer agreed to a quote (同意收费), at the time of the event. */
    record Consented(Actor by, String quote, Channel channel) implements TicketEvent {}

    /** The customer did not agree (不同意). */
    record Declined(Actor by, String quote, String reason) implements TicketEvent {}

    /** Somebody was in touch about it (联系记录): who with, by what way, and what was said. */
    record Contacted(Actor by, Channel channel, String person, String text) implements TicketEvent {}

    /** A photo or file was added (附件). */
    record Attached(Actor by, Attachment attachment) implements TicketEvent {}

    /** The fault is mended. */
    record Resolved(Actor by, String how) implements TicketEvent {}

    record Closed(Actor by) implements TicketEvent {}

    /** An engineer says whether there was anything; may be said again, also when it is closed, and the last word counts. */
    record Judged(Actor by, Verdict verdict) implements TicketEvent {}

    /** Nobody has taken it, and it stands at the top of the page for these (页面催办), until somebody does. */
    record Urged(List<StaffId> people) implements TicketEvent {
        public Urged {
            people = List.copyOf(people);
        }
    }

    /** Somebody wants help with it now, before the ladder would ask for it (人工升级). */
    record Escalated(Actor by, String reason) implements TicketEvent {}

    /** The same failure was found again while the ticket is open. */
    record FoundAgain(Finding.Raised finding) implements TicketEvent {}

    /** The failure went away by itself. */
    record WentAway(Finding.Cleared finding) implements TicketEvent {}

    /** The customer called again about it. */
    record CalledAgain(CallId call) implements TicketEvent {}
}
