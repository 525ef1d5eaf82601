package wrenchline.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wrenchline.config.Texts;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.ticket.TicketId;
import wrenchline.store.sql.JournalLine;

class LegalPageTest {

    private static final Instant MADE = Instant.parse("2026-03-01T08:00:00Z");
    private static final TicketId TICKET = new TicketId(1001);
    private static final PromiseId PROMISE = new PromiseId(new UUID(0, 7));

    @Test
    void a_callback_says_how_long_both_must_talk() {
        assertThat(page(PromiseKind.CALLBACK)).contains("回电须双方通话至少20.0秒").contains("talked for 20.0 seconds");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALLBACK")
    void no_other_promise_asks_for_a_talk(PromiseKind kind) {
        assertThat(page(kind)).contains("四小时内").doesNotContain("通话").doesNotContain("talked");
    }

    private static String page(PromiseKind kind) {
        Clause clause = new Clause("sample", kind, Duration.ofHours(4), "四小时内");
        var promised = new Evidence.Promised(
                TICKET, clause, "policy-1", MADE, MADE.plus(clause.within()), Duration.ofSeconds(20));
        Chain start = Chain.of(PROMISE);
        Journal journal = new Journal(PROMISE, List.of(new JournalLine(start, start.seal(MADE, "{}"), promised)));
        return new LegalPage(TICKET, List.of(journal), ZoneOffset.UTC, MADE, Texts.read(Path.of("../config/texts")))
                .html();
    }
}
