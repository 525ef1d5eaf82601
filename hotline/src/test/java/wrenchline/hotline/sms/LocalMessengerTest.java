package wrenchline.hotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.Receipt;
import wrenchline.core.ticket.TicketId;

class LocalMessengerTest {

    private final NoticeId id = new NoticeId(UUID.randomUUID());
    private final Notice notice =
            new Notice(id, NoticeKind.DISPATCH, new TicketId(1001), "13900000000", "4827", "…", Instant.EPOCH);

    @Test
    void the_local_messenger_takes_every_notice() {
        assertThat(new LocalMessenger("local").submit(notice))
                .isEqualTo(new Messenger.Submission.Accepted(List.of("local-" + id)));
    }

    @Test
    void it_has_what_it_was_handed_before_the_product_was_killed() {
        assertThat(new LocalMessenger("local").ask(notice, List.of()))
                .isEqualTo(new Messenger.Lookup.Has(List.of("local-" + id), Receipt.Outcome.PENDING));
    }
}
