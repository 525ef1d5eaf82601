package wrenchline.prediction.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as data sets write them: ISO dates with a blank or a T, with or without a zone (UTC is assumed), or seconds or milliseconds
 * since 1970 or since any beginning.
 */
public final class EventTime {

    private static final double MILLISECONDS_FROM = 1e11;

    private EventTime() {}

    /** The instant of {@code text}, null when it is none. */
    public static @Nullable Instant of(String text) {
        String iso = text.strip().replace(' ', 'T');
        if (iso.isEmpty()) {
            return null;
        }
        try {
            if (iso.indexOf('-', 1) < 0) {
                return ofNumber(Double.parseDouble(iso));
            }
            if (iso.indexOf('T') < 0) {
                return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return hasZone(iso)
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException notATime) {
            return null;
        }
    }

    private static boolean hasZone(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
    }

    private static @Nullable Instant ofNumber(double number) {
        if (!Double.isFinite(number) || Math.abs(number) > 1e15) {
            return null;
        }
        return Instant.ofEpochMilli(Math.round(Math.abs(number) < MILLISECONDS_FROM ? number * 1000 : number));
    }
}
