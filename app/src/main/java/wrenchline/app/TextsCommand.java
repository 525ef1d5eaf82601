package wrenchline.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wrenchline.config.Texts;
import wrenchline.core.notice.Segments;

/** Lists the texts of short messages with their segments. */
@Command(
        name = "texts",
        mixinStandardHelpOptions = true,
        description = {
            "List the short messages of config/texts in both languages, filled with sample values, and how many segments each takes.",
            "With TEXT: count the segments of that text."
        })
final class TextsCommand implements Callable<Integer> {

    /** Values of a usual length; a real one may be longer, and each notice says its own count. */
    static final Map<String, Map<String, String>> SAMPLES = Map.of(
            "zh",
            Map.ofEntries(
                    Map.entry("ticket", "1001"),
                    Map.entry("code", "4827"),
                    Map.entry("equipment", "2号双柱举升机 lift-02"),
                    Map.entry("failure", "油温过高"),
                    Map.entry("severity", "严重"),
                    Map.entry("customer", "示例汽修厂"),
                    Map.entry("site", "一厂C区"),
                    Map.entry("number", "13900000001"),
                    Map.entry("complaint", "5001"),
                    Map.entry("category", "质量或使用功能"),
                    Map.entry("department", "研发技术"),
                    Map.entry("kind", "一般"),
                    Map.entry("clause", "两小时内响应"),
                    Map.entry("deadline", "03-02 14:00"),
                    Map.entry("subject", "1001"),
                    Map.entry("reason", ""),
                    Map.entry("state", "已接单"),
                    Map.entry("from", "03-02 09:00"),
                    Map.entry("until", "03-02 17:00"),
                    Map.entry("order", "示例工程师甲, 示例工程师乙"),
                    Map.entry("engineer", "示例工程师甲"),
                    Map.entry("answer", "已记录,工单1001。")),
            "en",
            Map.ofEntries(
                    Map.entry("ticket", "1001"),
                    Map.entry("code", "4827"),
                    Map.entry("equipment", "Two-post lift 2 lift-02"),
                    Map.entry("failure", "Oil too hot"),
                    Map.entry("severity", "major"),
                    Map.entry("customer", "Sample garage"),
                    Map.entry("site", "Hall C"),
                    Map.entry("number", "13900000001"),
                    Map.entry("complaint", "5001"),
                    Map.entry("category", "quality or function"),
                    Map.entry("department", "engineering"),
                    Map.entry("kind", "ordinary"),
                    Map.entry("clause", "response within 2 hours"),
                    Map.entry("deadline", "03-02 14:00"),
                    Map.entry("subject", "1001"),
                    Map.entry("reason", ""),
                    Map.entry("state", "accepted"),
                    Map.entry("from", "03-02 09:00"),
                    Map.entry("until", "03-02 17:00"),
                    Map.entry("order", "Sample engineer A, Sample engineer C"),
                    Map.entry("engineer", "Sample engineer C"),
                    Map.entry("answer", "Noted, ticket 1001.")));

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "A text of your own.")
    private String own = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        if (!own.isEmpty()) {
            out.println(line(own));
            return 0;
        }
        Texts texts = Texts.read(Home.here().config("texts"));
        for (String language : List.of("zh", "en")) {
            for (String key : messages(texts)) {
                out.println(language + " " + key + ": " + line(sample(texts, key, language)));
            }
        }
        return 0;
    }

    /** The texts that go out by SMS. */
    static List<String> messages(Texts texts) {
        return texts.keys().stream()
                .filter(key -> key.startsWith("sms.") || key.startsWith("reply."))
                .toList();
    }

    static String sample(Texts texts, String key, String language) {
        return texts.text(key, language, SAMPLES.getOrDefault(language, Map.of()));
    }

    private static String line(String text) {
        int segments = Segments.of(text);
        String alphabet = Segments.latin(text) ? "Latin" : "UCS-2";
        return segments + (segments == 1 ? " segment, " : " segments, ") + alphabet + ", " + text.length()
                + " characters: " + text;
    }
}
