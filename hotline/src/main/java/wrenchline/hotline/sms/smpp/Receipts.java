package wrenchline.hotline.sms.smpp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wrenchline.core.notice.Receipt.Outcome;

/** Reads delivery receipts (SMPP 3.4, appendix B), which each SMSC writes a little differently. */
final class Receipts {

    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);

    private Receipts() {}

    static Optional<String> id(String text) {
        return first(ID, text);
    }

    static Optional<Outcome> outcome(String text) {
        return first(STATE, text).map(state -> switch (state.toUpperCase(Locale.ROOT)) {
            case "DELIVRD", "DELIVERED" -> Outcome.DELIVERED;
            case "EXPIRED" -> Outcome.EXPIRED;
            case "DELETED", "UNDELIV", "UNDELIVERABLE", "REJECTD", "REJECTED" -> Outcome.FAILED;
            case String _ -> Outcome.PENDING;
        });
    }

    /** The parameter {@code message_state}, or what {@code query_sm} answers. */
    static Outcome outcome(int state) {
        return switch (state) {
            case 2 -> Outcome.DELIVERED;
            case 3 -> Outcome.EXPIRED;
            case 4, 5, 8 -> Outcome.FAILED;
            default -> Outcome.PENDING;
        };
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
