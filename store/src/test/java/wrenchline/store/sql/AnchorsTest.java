package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.evidence.Anchors;
import wrenchline.core.evidence.Chain;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.PromiseId;
import wrenchline.store.sql.Verification.Flaw;

class AnchorsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.5Z");

    private final Database database = TestDatabase.open();
    private final Anchors anchors = database.anchors();
    private final PromiseId one = new PromiseId(new UUID(0, 1));
    private final PromiseId other = new PromiseId(new UUID(0, 2));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_anchor_names_every_journal_that_is_new_and_then_there_is_nothing_to_anchor() {
        append(one, 2);
        append(other, 1);
        Anchor anchor = anchors.drop(NOW).orElseThrow();
        assertThat(anchor.heads()).extracting(Anchor.Head::sequence).containsExactly(2L, 1L);
        assertThat(anchor.previous()).isEqualTo(Chain.ORIGIN);
        assertThat(anchors.drop(NOW)).isEmpty();
        append(one, 1);
        assertThat(anchors.drop(NOW).map(Anchor::previous)).contains(anchor.hash());
        assertThat(anchors.covering(one, 1)).contains(anchor);
        assertThat(anchors.covering(one, 4)).isEqualTo(Optional.empty());
        assertThat(anchors.after(1, 10)).hasSize(1);
    }

    @Test
    void a_journal_that_is_being_written_is_anchored_when_that_is_committed() throws Exception {
        append(one, 1);
        anchors.drop(NOW);
        Thread meanwhile = Thread.ofVirtual().unstarted(() -> anchors.drop(NOW));
        database.transactions().run(books -> {
            books.evidence().append(one, sample(), NOW);
            meanwhile.start();
            join(meanwhile);
        });
        assertThat(anchors.drop(NOW).orElseThrow().heads())
                .extracting(Anchor.Head::sequence)
                .containsExactly(2L);
    }

    @Test
    void a_journal_that_was_sealed_anew_after_a_change_is_found_by_its_anchor() {
        append(one, 3);
        anchors.drop(NOW);
        rewrite("delete from evidence");
        append(one, 3);
        List<Flaw> flaws = database.verification().run().flaws();
        assertThat(flaws).isEmpty();
        rewrite("delete from evidence");
        database.transactions().run(books -> books.evidence().append(one, sample(), NOW.plusSeconds(1)));
        append(one, 2);
        assertThat(database.verification().run().flaws())
                .containsExactly(new Flaw("evidence", one.toString(), "its journal is not what was anchored"));
    }

    @Test
    void an_anchor_that_was_changed_is_found_and_the_database_refuses_the_change() {
        append(one, 1);
        anchors.drop(NOW);
        assertThatThrownBy(() -> touch("update evidence_anchor set hash = ''")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> touch("delete from evidence_anchored")).hasMessageContaining("append-only");
        touch("alter table evidence_anchor disable trigger append_only");
        touch("update evidence_anchor set line = replace(line, '08:00', '09:00')");
        assertThat(database.verification().run().flaws())
                .containsExactly(new Flaw("anchor", "1", "it is not what was anchored"));
    }

    private void rewrite(String statement) {
        touch("alter table evidence disable trigger append_only");
        touch(statement);
        touch("alter table evidence enable trigger append_only");
    }

    private void append(PromiseId promise, int times) {
        for (int time = 0; time < times; time++) {
            database.transactions().run(books -> books.evidence().append(promise, sample(), NOW));
        }
    }

    private static Evidence sample() {
        return new Evidence.Prompted("channel", "prompt", NOW);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting for the other", e);
        }
    }

    private void touch(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }
}
