package wrenchline.hotline.sms.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills values into a template, each written as the place asks for, so that no text can break out of it.
 *
 * @param contentType of the template
 */
record Filling(String contentType) {

    /** An address is written like a form. */
    static final String ADDRESS = "application/x-www-form-urlencoded";

    private static final Pattern PLACE = Pattern.compile("\\{(to|text|id|providerId)}");

    String in(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(written(values.getOrDefault(place.group(1), ""))));
    }

    private String written(String value) {
        return contentType.startsWith(ADDRESS)
                ? URLEncoder.encode(value, StandardCharsets.UTF_8)
                : new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
