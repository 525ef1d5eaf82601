package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.access.Account;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Act;
import wrenchline.core.access.ApiKey;
import wrenchline.core.access.AuditLog;
import wrenchline.core.access.Claims;
import wrenchline.core.access.Failures;
import wrenchline.core.access.OpenSession;
import wrenchline.core.access.Reach;
import wrenchline.core.access.Role;
import wrenchline.core.access.SecondFactor;

/** Accounts, keys, claims and the audit log in PostgreSQL. */
class AccessBooksTest {

    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

    private static Database database;
    private static AccessBooks books;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
        books = database.access();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void an_account_is_kept_as_it_is_and_its_name_is_taken() {
        Account account = new Account(
                new AccountName("sample-access"),
                Role.ENGINEER,
                new Reach.Everything(),
                "hash",
                false,
                1,
                Failures.NONE,
                SecondFactor.NONE,
                NOW);
        assertThat(books.accounts().add(account)).isTrue();
        assertThat(books.accounts().add(account)).isFalse();
        assertThat(books.accounts().find(account.name())).contains(account);
        Account changed = books.accounts()
                .change(
                        account.name(),
                        one -> one.as(Role.AUDITOR, new Reach.Everything())
                                .with(one.failures().more(NOW))
                                .with(SecondFactor.pending("sealed").confirmed(7, Set.of("a", "b"))))
                .orElseThrow();
        assertThat(changed.stamp()).isEqualTo(2);
        assertThat(books.accounts().find(account.name())).contains(changed);
        assertThat(books.accounts().change(new AccountName("nobody"), one -> one))
                .isEmpty();
    }

    @Test
    void a_key_is_kept_until_it_is_revoked() {
        ApiKey key = new ApiKey(
                "0000abcd",
                "sample",
                Role.ASSISTANT,
                new Reach.Everything(),
                Set.of("tickets:read"),
                "digest",
                "admin",
                NOW,
                NOW.plus(Duration.ofDays(1)),
                false);
        books.keys().add(key);
        assertThat(books.keys().all()).contains(key);
        assertThat(books.keys().revoke("0000abcd")).isTrue();
        assertThat(books.keys().revoke("ffffffff")).isFalse();
        assertThat(books.keys().all()).noneMatch(one -> one.id().equals("0000abcd") && one.holds(NOW));
    }

    @Test
    void an_open_session_is_kept_with_its_last_use_until_it_expires() {
        OpenSession session = new OpenSession(
                "sample-open", "li.sample", 3, NOW, NOW, NOW.plusSeconds(60), "192.0.2.10", "Sample \uFFFD Browser");
        books.open().begin(session);
        books.open().seen(Map.of("sample-open", NOW.plusSeconds(30)));
        books.open().seen(Map.of("sample-open", NOW.plusSeconds(20)));
        assertThat(books.open().at(NOW)).contains(session.seenAt(NOW.plusSeconds(30)));
        assertThat(books.open().at(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void ended_sessions_are_forgotten_when_they_would_have_ended_anyway() {
        books.ended().end("sample-digest", NOW.plusSeconds(60));
        assertThat(books.ended().at(NOW)).contains("sample-digest");
        assertThat(books.ended().at(NOW.plusSeconds(60))).doesNotContain("sample-digest");
    }

    @Test
    void what_was_written_into_the_audit_log_cannot_be_changed() {
        long number = books.audit().begin(new Act(0, NOW, "sample\0who", "192.0.2.1", "closeTicket", "1001", "", 0));
        books.audit().end(number, 200);
        assertThat(books.audit().page(new AuditLog.Filter("", "closeTicket", "1001"), Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(act -> assertThat(act.status()).isEqualTo(200));
        for (String change : new String[] {
            "update audit set status = 403",
            "update audit set who = 'somebody else'",
            "delete from audit",
            "truncate audit"
        }) {
            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(change)))
                    .as(change)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void a_claimed_key_answers_once_taken_and_is_free_after_a_day() {
        Claims claims = books.claims();
        assertThat(claims.claim("a", "k", "d1", NOW)).isInstanceOf(Claims.Claim.Fresh.class);
        assertThat(claims.claim("a", "k", "d1", NOW)).isInstanceOf(Claims.Claim.Open.class);
        assertThat(claims.claim("a", "k", "d2", NOW)).isInstanceOf(Claims.Claim.Taken.class);
        assertThat(claims.claim("b", "k", "d2", NOW)).isInstanceOf(Claims.Claim.Fresh.class);
        claims.answered("a", "k", 200, "{}");
        assertThat(claims.claim("a", "k", "d1", NOW)).isEqualTo(new Claims.Claim.Answered(200, "{}"));
        assertThat(claims.claim("a", "k", "d2", NOW.plus(Duration.ofDays(2)))).isInstanceOf(Claims.Claim.Fresh.class);
    }
}
