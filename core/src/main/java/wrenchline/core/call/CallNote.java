package wrenchline.core.call;

/** What the call log learns of a call while it lasts (通话记要). */
public sealed interface CallNote {

    /** It reached a step of the dialogue. */
    record Reached(String step) implements CallNote {}

    /** What the caller wants. */
    record ConcernNamed(Concern concern) implements CallNote {}

    /** In which language the caller is spoken to, {@code zh} or {@code en}. */
    record LanguageChosen(String language) implements CallNote {}

    /** Where the caller wants to be called back. */
    record NumberConfirmed(String number) implements CallNote {}

    /** What was keyed in as equipment number; empty when skipped. */
    record EquipmentNamed(String digits) implements CallNote {}

    /** What the caller said after the tone. */
    record Recorded(Recording recording) implements CallNote {}

    /** The ticket that it led to. */
    record TicketNamed(long ticket) implements CallNote {}
}
