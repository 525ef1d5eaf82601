package wrenchline.dashboard.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which series are asked for, in the notation of Prometheus: {@code oil_temp{equipment="lift-01",stat="max"}}. Matchers are
 * {@code =}, {@code !=}, {@code =~} and {@code !~}; there are no functions.
 */
public record Selector(List<Term> terms) {

    private static final Pattern WHOLE = Pattern.compile("\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)?\\s*(?:\\{(.*)})?\\s*");
    private static final Pattern TERM =
            Pattern.compile("\\s*([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(,|$)");
    private static final int LONGEST = 500;

    public Selector {
        terms = List.copyOf(terms);
    }

    /** One matcher: whether the label's value matches {@code value}, or with {@code not} that it does not. */
    record Term(String label, Pattern value, boolean not) {
        boolean fits(Map<String, String> labels) {
            return value.matcher(labels.getOrDefault(label, "")).matches() != not;
        }
    }

    /** What became of a query. */
    public sealed interface Parsed {
        record Ok(Selector selector) implements Parsed {}

        record Refused(String reason) implements Parsed {}
    }

    public static Parsed parse(String query) {
        Matcher whole = WHOLE.matcher(query);
        if (query.length() > LONGEST || query.isBlank() || !whole.matches()) {
            return new Parsed.Refused("only a selector is understood, for instance oil_temp{equipment=\"lift-01\"}");
        }
        List<Term> terms = new ArrayList<>();
        if (whole.group(1) != null) {
            terms.add(new Term("__name__", Pattern.compile(Pattern.quote(whole.group(1))), false));
        }
        String rest = whole.group(2) == null ? "" : whole.group(2);
        Matcher term = TERM.matcher(rest);
        int at = 0;
        while (at < rest.length() && term.find(at) && term.start() == at) {
            try {
                terms.add(term(term.group(1), term.group(2), unescaped(term.group(3))));
            } catch (PatternSyntaxException noPattern) {
                return new Parsed.Refused("'" + term.group(3) + "' is no regular expression");
            }
            at = term.end();
        }
        return at < rest.length() && !rest.isBlank()
                ? new Parsed.Refused("'" + rest.substring(at) + "' is no label matcher")
                : new Parsed.Ok(new Selector(terms));
    }

    private static Term term(String label, String operator, String value) {
        boolean pattern = operator.endsWith("~");
        return new Term(label, Pattern.compile(pattern ? value : Pattern.quote(value)), operator.startsWith("!"));
    }

    private static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Whether a series with {@code labels} is asked for; the mean stands for all when no matcher is about {@code stat}. */
    boolean fits(Map<String, String> labels) {
        boolean aboutStat = terms.stream().anyMatch(term -> term.label().equals("stat"));
        return (aboutStat || "mean".equals(labels.get("stat")))
                && terms.stream().allMatch(term -> term.fits(labels));
    }
}
