package wrenchline.gateway.payload;

import java.util.regex.Pattern;

/** Text from outside, made fit to be stored and shown: PostgreSQL refuses NUL, and a refusal would come for ever. */
public final class PlainText {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    private PlainText() {}

    /** {@code text} with control characters and broken surrogates replaced. */
    public static String of(String text) {
        return UNFIT.matcher(text).replaceAll("\uFFFD");
    }
}
