package wrenchline.hotline.sms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.ticket.TicketId;

/** Sample notices. */
public final class Sample {

    public static final String NUMBER = "13800000001";
    public static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private Sample() {}

    public static Notice notice(String text) {
        Notice.Form form = new Notice.Form(
                "sms.dispatch",
                "zh",
                List.of(
                        new Notice.Form.Field("code", "4827"),
                        new Notice.Form.Field("site", "一厂\"B\"区"),
                        new Notice.Form.Field("ticket", "1001")));
        return new Notice(
                new NoticeId(UUID.randomUUID()),
                NoticeKind.DISPATCH,
                new TicketId(1001),
                NUMBER,
                "4827",
                text,
                NOON,
                form);
    }
}
