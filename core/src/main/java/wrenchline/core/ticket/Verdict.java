package wrenchline.core.ticket;

/** What an engineer found a ticket that telemetry raised to be (判定). */
public sealed interface Verdict {

    /** @param part that had failed or was about to; empty when nobody said */
    record Real(String part) implements Verdict {}

    /** There was nothing (误报). */
    record FalseAlarm() implements Verdict {}
}
