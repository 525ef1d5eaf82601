package wrenchline.store.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.Judgement;
import wrenchline.core.notice.Wording;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.ticket.TicketId;
import wrenchline.store.sql.JournalLine;

/** The page of an archive, for a reader who knows nothing of the product: in Chinese, and in English beside it. */
final class LegalPage {

    private static final List<String> CHECKS = List.of("sums", "chain", "anchor", "command");
    private static final String STYLE = """
            body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;\
            color:#1b1f24;background:#fff}h1,h2,h3{line-height:1.25}table{border-collapse:collapse;width:100%}\
            td,th{border:1px solid #c9ced6;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
            th{background:#f1f3f6}.en{color:#4a5260}.verdict{border-left:.4rem solid #6b7280;padding:.4rem 1rem;background:#f7f8fa}\
            .KEPT{border-color:#1a7f45}.BROKEN,.LATE{border-color:#b42318}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:12px}\
            td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}audio{width:100%}\
            @media(max-width:40rem){td:first-child{white-space:normal}}@media print{details{display:block}}
            """;

    private final TicketId ticket;
    private final List<Journal> journals;
    private final Instant exported;
    private final Telling telling;
    private final StringBuilder html = new StringBuilder();

    LegalPage(TicketId ticket, List<Journal> journals, ZoneId zone, Instant exported, Wording wording) {
        this.ticket = ticket;
        this.journals = journals;
        this.exported = exported;
        this.telling = new Telling(wording, zone);
    }

    String html() {
        Map<String, String> values = Map.of(
                "ticket",
                ticket.toString(),
                "at",
                telling.time(exported),
                "zone",
                telling.zone().getId());
        html.append("<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
                .append("'unsafe-inline'; media-src 'self' file:\"><title>")
                .append(escape(telling.text("title", "zh", values)))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        both("h1", "title", values);
        both("p", "intro", values);
        if (journals.isEmpty()) {
            both("p", "nothing", Map.of());
        }
        journals.forEach(this::journal);
        both("h2", "check", Map.of());
        html.append("<ol>");
        CHECKS.forEach(step -> both("li", "check." + step, Map.of()));
        return html.append("</ol>\n</body></html>\n").toString();
    }

    private void journal(Journal journal) {
        Optional<Evidence.Promised> promised = journal.evidence().stream()
                .filter(Evidence.Promised.class::isInstance)
                .map(Evidence.Promised.class::cast)
                .findFirst();
        html.append("<section>");
        String kind = promised.map(one -> one.clause().kind().name()).orElse("CALLBACK");
        both("h2", "kind." + kind, Map.of());
        promised.ifPresent(one -> both(
                "p",
                "what",
                Map.of(
                        "text", one.clause().text(),
                        "clause", one.clause().id(),
                        "policy", one.policyVersion(),
                        "made", telling.time(one.made()),
                        "deadline", telling.time(one.deadline()))));
        promised.filter(one -> one.clause().kind() == PromiseKind.CALLBACK)
                .ifPresent(one -> both("p", "counts", Map.of("overlap", Telling.seconds(one.minimumOverlap()))));
        conclusion(journal.judgement(exported));
        timeline(journal);
        both(
                "p",
                "seal",
                Map.of(
                        "promise", journal.promise().toString(),
                        "file", Journal.file(journal.promise()),
                        "count", Integer.toString(journal.lines().size()),
                        "head",
                                journal.lines().isEmpty()
                                        ? ""
                                        : journal.lines().getLast().link().hash()));
        html.append("</section>\n");
    }

    private void conclusion(Judgement judgement) {
        html.append("<div class=\"verdict ").append(judgement.outcome()).append("\">");
        both("h3", "conclusion", Map.of());
        Instant at = judgement.at();
        both("p", "outcome." + judgement.outcome(), Map.of("at", at == null ? "" : telling.time(at)));
        if (judgement.grade() != null) {
            both("p", "grade." + judgement.grade(), Map.of());
        }
        html.append("</div>");
    }

    private void timeline(Journal journal) {
        both("h3", "timeline", Map.of());
        html.append("<table><thead><tr>");
        List.of("time", "entry", "said").forEach(column -> both("th", column, Map.of()));
        html.append("</tr></thead><tbody>");
        journal.lines().stream()
                .sorted(Comparator.comparing(
                        line -> Telling.happened(line.evidence(), line.link().at())))
                .forEach(this::row);
        html.append("</tbody></table>");
    }

    private void row(JournalLine line) {
        html.append("<tr><td>")
                .append(telling.time(
                        Telling.happened(line.evidence(), line.link().at())))
                .append("</td><td>")
                .append(line.link().sequence())
                .append("</td><td>")
                .append(escape(telling.sentence(line.evidence(), "zh")))
                .append("<div class=\"en\" lang=\"en\">")
                .append(escape(telling.sentence(line.evidence(), "en")))
                .append("</div>");
        if (line.evidence() instanceof Evidence.LegRows rows) {
            html.append("<details><summary>CEL</summary><pre>")
                    .append(escape(String.join("\n", rows.rows())))
                    .append("</pre></details>");
        }
        if (line.evidence() instanceof Evidence.Recorded recorded) {
            html.append("<audio controls preload=\"none\" src=\"")
                    .append(escape(recorded.recording().file()))
                    .append("\"></audio>");
        }
        html.append("</td></tr>\n");
    }

    private void both(String tag, String key, Map<String, String> values) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(escape(telling.text(key, "zh", values)))
                .append(tag.equals("p") || tag.equals("li") ? "<br>" : " ")
                .append("<span class=\"en\" lang=\"en\">")
                .append(escape(telling.text(key, "en", values)))
                .append("</span></")
                .append(tag)
                .append(">\n");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
