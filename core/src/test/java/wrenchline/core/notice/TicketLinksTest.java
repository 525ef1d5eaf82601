package wrenchline.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.TicketId;

class TicketLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final StaffId ONE = new StaffId("e1");
    private static final StaffId OTHER = new StaffId("e2");
    private static final List<StaffId> STAFF = List.of(OTHER, ONE);

    private final TicketLinks links = links("key");

    private static TicketLinks links(String key) {
        return new TicketLinks("https://service.example", key.getBytes(StandardCharsets.UTF_8), Duration.ofHours(12));
    }

    @Test
    void a_link_opens_its_ticket_for_its_engineer_until_its_time_is_over() {
        String token = token(links);
        assertThat(links.open(token, STAFF, NOW.plus(Duration.ofHours(11))))
                .contains(new TicketLinks.Pass(new TicketId(1001), ONE, NOW.plus(Duration.ofHours(12))));
        assertThat(links.open(token, STAFF, NOW.plus(Duration.ofHours(12)))).isEmpty();
        assertThat(links.open(token, List.of(OTHER), NOW))
                .as("who left the roster")
                .isEmpty();
    }

    @Test
    void no_other_token_opens_anything() {
        String token = token(links);
        assertThat(links.open(token(links("another")), STAFF, NOW)).isEmpty();
        assertThat(links.open(token + "AAAA", STAFF, NOW)).isEmpty();
        assertThat(links.open("", STAFF, NOW)).isEmpty();
        assertThat(links.open("no base64!", STAFF, NOW)).isEmpty();
        for (int index = 0; index < token.length(); index++) {
            char changed = token.charAt(index) == 'A' ? 'B' : 'A';
            String tampered = token.substring(0, index) + changed + token.substring(index + 1);
            assertThat(links.open(tampered, STAFF, NOW)).as(tampered).isEmpty();
        }
    }

    @Test
    void without_a_page_there_are_no_links() {
        assertThat(TicketLinks.NONE.link(new TicketId(1001), ONE, NOW)).isEmpty();
        assertThat(TicketLinks.NONE.open(token(links), STAFF, NOW)).isEmpty();
    }

    private static String token(TicketLinks links) {
        String link = links.link(new TicketId(1001), ONE, NOW).orElseThrow();
        assertThat(link).matches("https://service\\.example/t/[A-Za-z0-9_-]{24}");
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
