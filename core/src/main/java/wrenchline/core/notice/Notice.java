package wrenchline.core.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.ticket.TicketId;

/**
 * A short message (短信通知).
 *
 * @param ticket {@link #NO_TICKET} when it is about none
 * @param to telephone number
 * @param code four digits that a reply names; empty when no reply is asked for
 * @param form how the text was made, for providers that send templates of their own; null when it was not made of one
 */
public record Notice(
        NoticeId id,
        NoticeKind kind,
        TicketId ticket,
        String to,
        String code,
        String text,
        Instant created,
        @Nullable Form form) {

    /** Stands where a notice is about no ticket. */
    public static final TicketId NO_TICKET = new TicketId(0);

    /** A notice that was made of no template. */
    public Notice(NoticeId id, NoticeKind kind, TicketId ticket, String to, String code, String text, Instant created) {
        this(id, kind, ticket, to, code, text, created, null);
    }

    /** As staff may read it: the digits that prove an arrival are the customer's alone. */
    public Notice forStaff() {
        if (kind != NoticeKind.ON_THE_WAY || form == null) {
            return this;
        }
        String hidden = form.fields().stream()
                .filter(field -> field.name().equals("code"))
                .map(Form.Field::text)
                .reduce(text, (shown, digits) -> shown.replace(digits, "****"));
        return new Notice(id, kind, ticket, to, code, hidden, created);
    }

    /** The number as a log may show it: {@code 138****0001}. */
    public static String masked(String number) {
        int shown = Math.min(3, number.length() / 4);
        int last = Math.min(4, number.length() / 3);
        return number.substring(0, shown) + "****" + number.substring(number.length() - last);
    }

    /**
     * The template of a text and what was filled in (短信模板).
     *
     * @param template for instance {@code sms.dispatch}
     * @param language {@code zh} or {@code en}
     */
    public record Form(String template, String language, List<Field> fields) {
        public Form {
            fields = List.copyOf(fields);
        }

        /** What stands for <code>{name}</code>. */
        public record Field(String name, String text) {}
    }
}
