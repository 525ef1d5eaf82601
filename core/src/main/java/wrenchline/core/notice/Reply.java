package wrenchline.core.notice;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody answered to a notice (短信回复). An empty code means that none was given. */
public sealed interface Reply {

    /** As it stands in the reply; empty when none was given. */
    default String code() {
        return "";
    }

    /** {@code 接 4827}, {@code 1 4827} or bare {@code 1}. */
    record Accept(String code) implements Reply {}

    /** {@code 拒 4827 原因}, {@code 2 4827} or bare {@code 2}. */
    record Refuse(String code, String reason) implements Reply {}

    /** {@code 自 4827}: whoever is asked to take a callback calls from a telephone of their own (自行回电). */
    record CallsThemself(String code) implements Reply {}

    /** {@code 回 4827}: they have called, and talked to the customer (已回电). */
    record Called(String code) implements Reply {}

    /** {@code 到 4827}. */
    record Arrived(String code) implements Reply {}

    /** {@code 完 4827}, or {@code 完 4827 皮带} with the part that was at fault. */
    record Finished(String code, String part) implements Reply {}

    /** {@code 误 4827}: there was nothing. */
    record FalseAlarm(String code) implements Reply {}

    /** {@code 退订}, {@code STOP}: no more messages, please. */
    record Stop() implements Reply {}

    /** {@code 恢复}, {@code START}: messages again. */
    record Resume() implements Reply {}

    /** Anything else. */
    record Unreadable() implements Reply {}

    /**
     * Reads {@code text}: full-width and traditional forms, pinyin and English words, missing spaces, signs and emoji around them, a greeting
     * before and a code in front of the word or behind other words are understood too.
     */
    static Reply parse(String text) {
        String plain = plain(text);
        Matcher matcher = Grammar.CODE_FIRST.matcher(plain);
        if (!matcher.matches()) {
            matcher = Grammar.REPLY.matcher(plain);
        }
        if (!matcher.matches()) {
            return new Unreadable();
        }
        String code = Objects.requireNonNullElse(matcher.group("code"), "");
        String rest =
                matcher.group("rest").replaceFirst("^[^\\p{L}\\p{N}]+", "").strip();
        String named = code.isEmpty() ? codes(rest).stream().findFirst().orElse("") : code;
        return switch (matcher.group("word")) {
            case "接", "接单", "接單", "接受", "接了", "我接", "1", "jie", "jiedan", "accept", "yes", "ok", "okay" ->
                new Accept(named);
            case "拒",
                    "拒单",
                    "拒單",
                    "拒绝",
                    "拒絕",
                    "拒接",
                    "不接",
                    "2",
                    "ju",
                    "jujue",
                    "bujie",
                    "refuse",
                    "reject",
                    "decline",
                    "no" -> new Refuse(code, rest);
            case "自", "自打", "自行", "自己打", "自己", "zi", "myself", "self" -> new CallsThemself(named);
            case "回", "已回", "回电", "回電", "已回电", "已回電", "hui", "called" -> new Called(named);
            case "到", "到了", "已到", "到场", "到場", "到达", "到達", "已到达", "已到達", "dao", "daoda", "arrived" -> new Arrived(named);
            case "完", "完了", "完成", "完工", "已完成", "已完工", "修好了", "wan", "wancheng", "done" -> new Finished(code, rest);
            case "误", "誤", "误报", "誤報", "wu", "wubao", "false" -> new FalseAlarm(named);
            case "退订", "退訂", "停止", "stop", "unsubscribe", "td", "t" -> code.isEmpty() ? new Stop() : new Unreadable();
            case "恢复", "恢復", "订阅", "訂閱", "start", "unstop" -> code.isEmpty() ? new Resume() : new Unreadable();
            case String _ -> new Unreadable();
        };
    }

    /** All numbers in {@code text} that can be codes, in their order. */
    static List<String> codes(String text) {
        return Grammar.CODE
                .matcher(plain(text))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The form of a reply. */
    final class Grammar {

        private static final String SIGN = "[^\\p{L}\\p{N}]";
        private static final String GREETING = "(?:(?:好的?|收到|你好|您好)" + SIGN + "*)?";
        private static final String WORD = "(?<word>1|2|[a-z]+|\\p{IsHan}{1,3}?)";
        private static final String FOUR_OR_SIX = "(?:\\d{4}|\\d{6})(?!\\d)";
        private static final String END = "(?=" + SIGN + "|$)";

        private static final Pattern CODE = Pattern.compile("(?<!\\d)" + FOUR_OR_SIX);

        private static final Pattern CODE_FIRST = Pattern.compile(
                SIGN + "*(?<code>" + FOUR_OR_SIX + ")" + SIGN + "*" + WORD + END + "(?<rest>.*)", Pattern.DOTALL);

        // All digits that follow are the code: a wrong one must not count as none. A code alone says nothing.
        private static final Pattern REPLY = Pattern.compile(
                "(?!" + SIGN + "*" + FOUR_OR_SIX + SIGN + "*$)" + SIGN + "*" + GREETING + WORD + "(?:" + SIGN
                        + "*+(?<code>\\d++)|" + END + ")(?<rest>.*)",
                Pattern.DOTALL);

        private Grammar() {}
    }
}
