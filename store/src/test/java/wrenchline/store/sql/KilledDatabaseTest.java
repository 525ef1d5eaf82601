package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.DatabaseSettings;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.ticket.TicketId;
import wrenchline.testkit.ChildJvm;

@Tag("slow")
class KilledDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void no_transaction_that_returned_is_lost_by_kill_9() {
        List<String> returned;
        try (ChildJvm child = ChildJvm.start(Victim.class, folder.toString())) {
            returned = child.killAfter(200);
        }
        // The server of the killed run may still be there: this start stops it.
        try (Database database = open(folder)) {
            List<String> kept = database
                    .transactions()
                    .call(books -> books.notices().all())
                    .stream()
                    .map(NoticeId::toString)
                    .toList();
            assertThat(kept).containsAll(returned);
            assertThat(database.verification().run().flaws()).isEmpty();
        }
    }

    private static Database open(Path folder) {
        return Database.open(
                new DatabaseSettings.Embedded(folder, TestDatabase.PASSWORD),
                TestDatabase.CACHE,
                InstantSource.system());
    }

    /** Commits from four threads for ever, and tells each identifier once its transaction has returned. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) {
            Database database = open(Path.of(arguments[0]));
            for (int thread = 0; thread < 4; thread++) {
                Thread.ofPlatform().start(() -> commitForEver(database));
            }
        }

        private static void commitForEver(Database database) {
            while (true) {
                NoticeId id = new NoticeId(UUID.randomUUID());
                Notice notice =
                        new Notice(id, NoticeKind.DISPATCH, new TicketId(1001), "13800000000", "", "sample", NOW);
                database.transactions().run(books -> {
                    books.notices().open(notice, new NoticeState.Queued(NOW, 0, List.of(), List.of()), NOW);
                    books.notices()
                            .record(
                                    books.notices().find(id).orElseThrow(),
                                    new NoticeEvent.Taken("local"),
                                    new NoticeState.Submitting(NOW, 1, "local", List.of(), List.of()),
                                    NOW);
                });
                ChildJvm.say(id.toString());
            }
        }
    }
}
