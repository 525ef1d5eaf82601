package wrenchline.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.Texts;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.duty.StaffId;
import wrenchline.core.evidence.Anchor;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.Judgement;
import wrenchline.core.evidence.Sha256;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.TicketId;
import wrenchline.store.sql.Database;
import wrenchline.store.sql.TestDatabase;

/** An archive is written from a real database, read by others' programs, and every byte of it is changed once. */
class ArchiveTest {

    private static final Instant MADE = Instant.parse("2026-03-01T08:00:00Z");
    private static final PromiseId PROMISE = new PromiseId(new UUID(0, 7));
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(1, 2));
    private static final String TALK = "recordings/callbacks/talk.wav";
    private static final TicketId TICKET = new TicketId(1001);

    @TempDir
    private static Path folder;

    private static Database database;
    private static Path archive;
    private static ArchiveWriter writer;

    @BeforeAll
    static void write() throws IOException {
        database = TestDatabase.open();
        Files.createDirectories(folder.resolve(TALK).getParent());
        Files.writeString(folder.resolve(TALK), "what was said");
        database.transactions().run(books -> {
            SampleTicket.open(books, TICKET, MADE);
            Clause clause = new Clause("hotline", PromiseKind.CALLBACK, Duration.ofMinutes(30), "30分钟<内>响应");
            Promise promise = new Promise(PROMISE, TICKET, clause, MADE, "policy-1");
            books.promises().open(promise, new PromiseState.Running(promise.deadline()), MADE);
            evidence(clause).forEach(one -> books.evidence().append(PROMISE, one, MADE.plusSeconds(200)));
        });
        writer = new ArchiveWriter(
                database, folder, Texts.read(Path.of("../config/texts")), InstantSource.fixed(MADE.plusSeconds(300)));
        archive = folder.resolve("evidence.zip");
        assertThat(writer.write(TICKET, archive)).isPresent();
    }

    private static List<Evidence> evidence(Clause clause) {
        Instant from = MADE.plusSeconds(100);
        return List.of(
                new Evidence.Promised(TICKET, clause, "policy-1", MADE, MADE.plusSeconds(1800), Duration.ofSeconds(20)),
                new Evidence.CallReceived("call-1", "13900000001", "13900000001", MADE),
                new Evidence.Bridged(ATTEMPT, "s", "c", new StaffId("e1"), from, from.plusSeconds(30)),
                new Evidence.KeysPressed("c", "1", Evidence.KeysPressed.CONFIRMS, from.plusSeconds(40)),
                new Evidence.LegRows("customer", "c", List.of("\"CHAN_START\",\"1\"", "\"CHAN_END\",\"2\"")),
                new Evidence.Recorded(
                        ATTEMPT, new Recording(TALK, Sha256.of("what was said"), Duration.ofSeconds(30))));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void an_archive_that_nobody_touched_has_no_flaw_and_proves_the_promise_again() throws Exception {
        ArchiveCheck.Report report = ArchiveCheck.of(archive);
        assertThat(report.flaws()).isEmpty();
        assertThat(report.judgements())
                .containsEntry(PROMISE, new Judgement(Judgement.Outcome.KEPT, MADE.plusSeconds(120), Grade.A));
    }

    @Test
    void a_changed_byte_is_found_wherever_it_lies_and_its_file_is_named() throws Exception {
        byte[] whole = Files.readAllBytes(archive);
        Path changed = folder.resolve("changed.zip");
        TreeSet<Integer> unseen = new TreeSet<>();
        String page = new String(whole, StandardCharsets.ISO_8859_1);
        int pageFrom = page.indexOf("<style>");
        int pageTo = page.indexOf("</html>");
        for (int at = 0; at < whole.length; at++) {
            // Between these the page is one like the other.
            if (at > pageFrom && at < pageTo && at % 97 != 0) {
                continue;
            }
            whole[at] ^= 1;
            Files.write(changed, whole);
            List<Flaw> flaws = ArchiveCheck.of(changed).flaws();
            if (flaws.isEmpty() || flaws.stream().anyMatch(flaw -> flaw.place().isEmpty())) {
                unseen.add(at);
            }
            whole[at] ^= 1;
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void a_changed_entry_is_named_even_when_the_sums_were_mended() throws Exception {
        List<Flaw> flaws = ArchiveCheck.of(forged("13900000001", "13900000009")).flaws();
        assertThat(flaws).extracting(Flaw::place).contains("journals/" + PROMISE + ".jsonl, entry 2");
    }

    @Test
    void a_changed_last_entry_is_named_because_no_anchor_holds_it() throws Exception {
        String sum = Sha256.of("what was said");
        assertThat(ArchiveCheck.of(forged(sum, sum.replace('a', 'b'))).flaws())
                .extracting(Flaw::place)
                .contains("journals/" + PROMISE + ".jsonl, entry 6", TALK);
    }

    @Test
    void another_recording_is_found_by_the_journal_even_when_the_sums_were_mended() throws Exception {
        assertThat(ArchiveCheck.of(forged("what was said", "what was SAID")).flaws())
                .containsExactly(new Flaw(TALK, "the recording is not what was sealed in the journal"));
    }

    @Test
    void a_journal_that_was_sealed_anew_is_found_by_the_list_of_anchors_outside() throws Exception {
        Anchor anchor = database.anchors().after(0, 1).getFirst();
        Path list = Files.writeString(folder.resolve("anchors"), anchor.line() + "\n");
        assertThat(ArchiveCheck.of(archive, list).flaws()).isEmpty();
        Files.writeString(list, anchor.line().replace("\"sequence\":6", "\"sequence\":5") + "\n");
        assertThat(ArchiveCheck.of(archive, list).flaws())
                .containsExactly(new Flaw("anchors.jsonl, line 1", "the product's own list has no such anchor"));
    }

    @Test
    void the_list_outside_goes_on_where_it_ends_and_tells_what_the_database_has_otherwise() throws Exception {
        Path list = folder.resolve("list");
        new AnchorFile(list).follow(database.anchors());
        String first = Files.readString(list);
        Files.writeString(list, first + "torn");
        AnchorFile again = new AnchorFile(list);
        database.transactions()
                .run(books -> books.evidence()
                        .append(new PromiseId(new UUID(0, 9)), new Evidence.Answered(ATTEMPT, "s", MADE), MADE));
        database.anchors().drop(MADE);
        again.follow(database.anchors());
        assertThat(Files.readString(list)).startsWith(first).hasLineCount(2);
        assertThat(again.unlike(database.anchors())).isEmpty();
        Files.writeString(list, Files.readString(list).replaceFirst("08:05", "08:06"));
        assertThat(again.unlike(database.anchors())).containsExactly(1L);
    }

    @Test
    void other_programs_read_it_and_the_page_escapes_what_it_shows() throws Exception {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            String page =
                    new String(zip.getInputStream(zip.getEntry("index.html")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(page)
                    .contains("30分钟&lt;内&gt;响应", "证据等级A", "Grade A", "Kept in time, at 2026-03-01")
                    .doesNotContain("<内>", "http://", "https://");
            String sums =
                    new String(zip.getInputStream(zip.getEntry("SHA256SUMS")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sums).contains(Sha256.of(page) + "  index.html");
        }
    }

    @Test
    void there_is_no_archive_of_a_ticket_that_nobody_knows() throws Exception {
        assertThat(writer.write(new TicketId(9), folder.resolve("none.zip"))).isEmpty();
    }

    /** The archive with {@code text} replaced in every file, and all checksums made anew, as a forger would. */
    private static Path forged(String text, String by) throws IOException {
        Path forged = folder.resolve("forged.zip");
        try (ZipFile zip = new ZipFile(archive.toFile());
                Packer packer = new Packer(forged)) {
            for (var entry : zip.stream().toList()) {
                if (!entry.getName().equals(Packer.SUMS)) {
                    String content = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    packer.add(entry.getName(), content.replace(text, by));
                }
            }
            packer.finish();
        }
        return forged;
    }
}
