package wrenchline.hotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.ticket.TicketId;

class LocalMessengerTest {

    @Test
    void the_local_messenger_takes_every_notice() {
        NoticeId id = new NoticeId(UUID.randomUUID());
        Notice notice =
                new Notice(id, NoticeKind.DISPATCH, new TicketId(1001), "13900000000", "4827", "…", Instant.EPOCH);
        assertThat(new LocalMessenger().submit(notice)).isEqualTo(new Messenger.Submission.Accepted("local-" + id));
    }
}
