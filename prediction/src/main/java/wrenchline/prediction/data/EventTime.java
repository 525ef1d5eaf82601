package wrenchline.prediction.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as data sets write them: dates with the year first or, with dots, the day first, a blank or a T, with or without a zone (UTC is
 * assumed); or seconds, milliseconds, microseconds or nanoseconds since 1970 or since any beginning.
 */
public final class EventTime {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final double MILLISECONDS_FROM = 1e11;
    private static final double MICROSECONDS_FROM = 1e14;
    private static final double NANOSECONDS_FROM = 1e17;

    /** What is not quite ISO; slashes with the year last are not read, for nobody knows whether the day or the month comes first. */
    private static final DateTimeFormatter LOOSE = new DateTimeFormatterBuilder()
            .appendPattern("[yyyy-M-d][yyyy/M/d][d.M.yyyy][yyyyMMdd]['T'][H:m[:s]][HHmmss]")
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .toFormatter(Locale.ROOT))
            .appendPattern("[XXX][XX][X]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private EventTime() {}

    /** The instant of {@code text}, null when it is none. */
    public static @Nullable Instant of(String text) {
        String iso = text.strip().replace(" UTC", "Z").replace(' ', 'T');
        if (iso.isEmpty()) {
            return null;
        }
        if (NUMBER.matcher(iso).matches()) {
            return ofNumber(Double.parseDouble(iso));
        }
        try {
            if (iso.indexOf('T') < 0) {
                return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return hasZone(iso)
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notIso) {
            return loose(iso);
        }
    }

    private static @Nullable Instant loose(String text) {
        try {
            return OffsetDateTime.parse(text, LOOSE).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static boolean hasZone(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
    }

    private static @Nullable Instant ofNumber(double number) {
        double size = Math.abs(number);
        if (!(size < 100 * NANOSECONDS_FROM)) {
            return null;
        }
        double millis = size < MILLISECONDS_FROM
                ? number * 1000
                : size < MICROSECONDS_FROM ? number : size < NANOSECONDS_FROM ? number / 1e3 : number / 1e6;
        return Instant.ofEpochMilli(Math.round(millis));
    }
}
