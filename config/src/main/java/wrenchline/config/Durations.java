package wrenchline.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    /** A century: what is longer is a slip, and could not be added to a date. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Durations() {}

    /** Reads {@code 500ms}, {@code 20s}, {@code 30m}, {@code 12h} or {@code 3d}. */
    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        ChronoUnit unit = switch (matcher.group(2)) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
        long amount = Long.parseLong(matcher.group(1));
        if (amount > LONGEST.dividedBy(unit.getDuration())) {
            throw new IllegalArgumentException(text);
        }
        return Duration.of(amount, unit);
    }
}
