package wrenchline.core.ticket;

import wrenchline.core.call.CallId;
import wrenchline.core.detection.Finding;

/** What a ticket began with (工单来源). */
public sealed interface Origin {

    /** A detector's finding. */
    record Telemetry(Finding.Raised finding) implements Origin {}

    /** A fault code that the controller reported. */
    record Controller(String code, String text) implements Origin {}

    /** A caller, to be reached at {@code number}. */
    record Telephone(CallId call, String number) implements Origin {}

    /** Somebody entered it. */
    record Entered(String by, Via via) implements Origin {}

    /** Where it was entered. */
    enum Via {
        PAGE,
        API
    }
}
