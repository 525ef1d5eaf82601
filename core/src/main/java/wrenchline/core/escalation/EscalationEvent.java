package wrenchline.core.escalation;

/** What happens to an escalation. */
public sealed interface EscalationEvent {

    /** The sweep looked at the clock. */
    record ClockRead() implements EscalationEvent {}

    /** Nobody has the ticket any more, or somebody else is asked: the ladder begins again. */
    record Asked() implements EscalationEvent {}

    /** Somebody has the ticket, or something happened to it: the ladder stops, and the follow-up begins anew. */
    record Moved() implements EscalationEvent {}

    /** Somebody does not want to wait for the clock: the next step is taken now. */
    record Hurried() implements EscalationEvent {}

    /** The ticket is over. */
    record Ended() implements EscalationEvent {}
}
