package wrenchline.core.notice;

import java.text.Normalizer;
import java.util.Locale;
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

    /** Reads {@code text}: full-width and traditional forms, missing spaces and English words are understood too. */
    static Reply parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher matcher = Grammar.REPLY.matcher(plain);
        if (!matcher.matches()) {
            return new Unreadable();
        }
        String code = matcher.group("code") == null ? "" : matcher.group("code");
        String rest = matcher.group("rest").replaceFirst("^[\\s\\p{P}]+", "").strip();
        return switch (matcher.group("word")) {
            case "接", "接单", "接單", "接受", "1", "accept", "yes", "ok" -> new Accept(code);
            case "拒", "拒单", "拒單", "拒绝", "拒絕", "2", "refuse", "reject", "decline", "no" -> new Refuse(code, rest);
            case "自", "自打", "自行", "自己打", "自己", "myself", "self" -> new CallsThemself(code);
            case "回", "已回", "回电", "回電", "已回电", "已回電", "called" -> new Called(code);
            case "到", "到场", "到場", "到达", "到達", "arrived" -> new Arrived(code);
            case "完", "完成", "完工", "done" -> new Finished(code, rest);
            case "误", "誤", "误报", "誤報", "false" -> new FalseAlarm(code);
            case "退订", "退訂", "停止", "stop", "unsubscribe", "td", "t" -> code.isEmpty() ? new Stop() : new Unreadable();
            case "恢复", "恢復", "订阅", "訂閱", "start", "unstop" -> code.isEmpty() ? new Resume() : new Unreadable();
            case String _ -> new Unreadable();
        };
    }

    /** The form of a reply. */
    final class Grammar {
        // All digits that follow are the code: a wrong one must not count as none.
        private static final Pattern REPLY = Pattern.compile(
                "[\\s\\p{P}]*(?<word>1|2|[a-z]+|[\\p{IsHan}]{1,3}?)"
                        + "(?:[\\s\\p{P}]*+(?<code>\\d++)|(?=[\\s\\p{P}]|$))(?<rest>.*)",
                Pattern.DOTALL);

        private Grammar() {}
    }
}
