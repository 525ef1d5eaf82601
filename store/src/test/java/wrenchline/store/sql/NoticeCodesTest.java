package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.desk.Books;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;

class NoticeCodesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void no_code_is_given_twice_in_seven_days() {
        Set<String> codes = new HashSet<>();
        database.transactions().run(books -> {
            for (int count = 0; count < 300; count++) {
                String code = books.notices().freeCode(NOW);
                assertThat(code).matches("\\d{4}");
                assertThat(codes.add(code)).isTrue();
                open(books, code, "13800000000", NOW);
            }
        });
    }

    @Test
    void a_code_finds_its_notice_for_seven_days() {
        Notice notice = database.transactions().call(books -> open(books, "4827", "13800000000", NOW));
        database.transactions().run(books -> {
            assertThat(books.notices().withCode("4827", NOW.plus(WEEK).minusSeconds(1)))
                    .map(Tracked::facts)
                    .contains(notice);
            assertThat(books.notices().withCode("4827", NOW.plus(WEEK))).isEmpty();
            assertThat(books.notices().withCode("", NOW)).isEmpty();
        });
    }

    @Test
    void what_was_asked_of_a_number_is_found_in_any_spelling_newest_first() {
        Notice first = database.transactions().call(books -> open(books, "1111", "13800000000", NOW));
        Notice second =
                database.transactions().call(books -> open(books, "2222", "+86 138 0000 0000", NOW.plusSeconds(1)));
        database.transactions().run(books -> {
            open(books, "", "13800000000", NOW);
            open(books, "3333", "13900000000", NOW);
            List<Notice> asked = books.notices().askedOf("008613800000000", NOW.plusSeconds(2)).stream()
                    .map(Tracked::facts)
                    .toList();
            assertThat(asked).containsExactly(second, first);
        });
    }

    private static Notice open(Books books, String code, String to, Instant at) {
        NoticeId id = new NoticeId(UUID.randomUUID());
        Notice notice = new Notice(id, NoticeKind.DISPATCH, new TicketId(1001), to, code, "sample", at);
        books.notices().open(notice, new NoticeState.Queued(at, 0, List.of(), List.of()), at);
        return notice;
    }
}
