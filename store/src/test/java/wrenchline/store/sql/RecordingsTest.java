package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Recording;
import wrenchline.core.call.Recordings;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.PromiseId;

class RecordingsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration KEEP = Duration.ofDays(180);
    private static final Recording TALK = new Recording("recordings/callbacks/a.wav", "ab", Duration.ofSeconds(3));
    private static final Recording MESSAGE = new Recording("recordings/calls/b.wav", "cd", Duration.ofSeconds(4));

    private final Database database = TestDatabase.open();
    private final Recordings recordings = database.recordings();
    private final PromiseId promise = new PromiseId(new UUID(0, 1));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_kept_long_enough_is_deleted_once_and_the_journal_keeps_its_hash() {
        Instant made = NOW.minus(KEEP).minusSeconds(1);
        database.calls().began(new CallId("call"), "13900000001", "4008001234", made);
        database.calls().note(new CallId("call"), new CallNote.Recorded(MESSAGE));
        append(new Evidence.Recorded(new AttemptId(new UUID(0, 2)), TALK), made);
        recordings.expire(NOW.minus(KEEP), KEEP, NOW, 10);
        recordings.expire(NOW.minus(KEEP), KEEP, NOW, 10);
        assertThat(recordings.doomed(10)).containsExactly(TALK.file(), MESSAGE.file());
        assertThat(journal()).last().isEqualTo(new Evidence.RecordingDeleted(TALK, KEEP, NOW));
        assertThat(journal()).hasSize(2);
        recordings.removed(TALK.file(), NOW);
        assertThat(recordings.doomed(10)).containsExactly(MESSAGE.file());
        assertThat(database.verification().run().flaws()).isEmpty();
    }

    @Test
    void what_is_younger_stays() {
        append(new Evidence.Recorded(new AttemptId(new UUID(0, 2)), TALK), NOW.minus(KEEP));
        recordings.expire(NOW.minus(KEEP), KEEP, NOW, 10);
        assertThat(recordings.doomed(10)).isEmpty();
    }

    private List<Evidence> journal() {
        return database.transactions()
                .call(books -> books.evidence().of(promise).stream()
                        .map(entry -> entry.evidence())
                        .toList());
    }

    private void append(Evidence evidence, Instant at) {
        database.transactions().run(books -> books.evidence().append(promise, evidence, at));
    }
}
