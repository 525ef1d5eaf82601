package wrenchline.core.escalation;

/** What an escalation asks for. */
public sealed interface EscalationEffect {

    /** Take a step: ask whom it means by all its ways. */
    record Reach(Step step) implements EscalationEffect {}

    /** Remind whoever has the ticket, and the supervisors, that nothing happens. */
    record Remind() implements EscalationEffect {}
}
