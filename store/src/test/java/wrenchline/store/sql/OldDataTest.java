package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintRules;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/**
 * What earlier versions wrote is read by this one. Each file in {@code old-data} writes what a later migration moves, as the product wrote it
 * when the schema was of that version: whoever writes a migration that moves data adds one.
 */
class OldDataTest {

    private static final List<String> FILLED = List.of("5", "22", "54", "55");

    private static Database database;

    @BeforeAll
    static void grow() {
        SequencedMap<String, String> fillings = new LinkedHashMap<>();
        FILLED.forEach(version -> fillings.put(version, text("/old-data/V" + version + ".sql")));
        database = TestDatabase.grown(fillings);
        database.transactions().run(books -> books.policies().enter(policy(books), Instant.now()));
    }

    /** The one of then, which the first start of a product with an archive puts there. */
    private static Policy policy(Books books) {
        Promise promise = books.promises()
                .look(books.promises().all().getFirst())
                .orElseThrow()
                .facts();
        Policy.CallbackRules callback =
                new Policy.CallbackRules(Duration.ofSeconds(20), Duration.ofSeconds(25), List.of(), List.of());
        Policy.Rule rule = new Policy.Rule(promise.clause(), Set.of(Policy.Source.CALL), Set.of(Severity.values()));
        return new Policy(promise.policyVersion(), List.of(rule), callback);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_state_clock_and_deadline_is_what_the_old_events_give() {
        assertThat(database.verification().run()).isEqualTo(new Verification.Report(13, List.of()));
    }

    @Test
    void complaints_are_read_as_they_were_registered() {
        List<Complaint> complaints = read(books -> books.complaints().newest(10)).stream()
                .map(Tracked::facts)
                .toList();
        assertThat(complaints)
                .extracting(
                        Complaint::id, Complaint::category, Complaint::number, Complaint::customer, Complaint::received)
                .containsExactly(
                        tuple(
                                new ComplaintId(5004),
                                Category.DEALER,
                                "13900000004",
                                new CustomerId("c1"),
                                Instant.parse("2026-01-10T08:00:59.12Z")),
                        tuple(
                                new ComplaintId(5003),
                                Category.CONDUCT,
                                "",
                                null,
                                Instant.parse("2026-01-10T23:59:59.000001Z")),
                        tuple(
                                new ComplaintId(5002),
                                Category.PACKAGING,
                                "+8613900000002",
                                new CustomerId("c-\"1\"\\汽修"),
                                Instant.parse("2026-01-10T08:00:00.5Z")),
                        tuple(
                                new ComplaintId(5001),
                                Category.QUALITY,
                                "13900000001",
                                null,
                                Instant.parse("2026-01-10T08:00:00Z")));
        assertThat(complaints).allSatisfy(complaint -> {
            assertThat(complaint.channel()).isEqualTo(Channel.PHONE);
            assertThat(complaint.rules()).isEqualTo(ComplaintRules.USUAL);
            Optional<Tracked<Complaint, ComplaintState>> ofCall =
                    read(books -> books.complaints().of(Objects.requireNonNull(complaint.call())));
            assertThat(ofCall).map(Tracked::facts).contains(complaint);
        });
        ComplaintId next = read(books -> books.complaints().next());
        assertThat(next).isEqualTo(new ComplaintId(5005));
    }

    @Test
    void a_complaint_begins_its_way_unless_its_ticket_was_closed() {
        assertThat(complaintsUnder(1001)).hasSize(2).hasOnlyElementsOfType(ComplaintState.Open.class);
        assertThat(complaintsUnder(1002)).hasSize(2).hasOnlyElementsOfType(ComplaintState.Settled.class);
    }

    @Test
    void messages_of_the_only_provider_of_then_keep_their_state() {
        List<Tracked<Notice, NoticeState>> notices =
                read(books -> books.notices().of(new TicketId(1001)));
        assertThat(notices)
                .extracting(notice -> notice.state().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Queued", "Submitting", "Unknown", "Accepted", "Delivered", "Failed");
        assertThat(notices)
                .allSatisfy(notice -> assertThat(notice.facts().text()).isEqualTo("工单"));
    }

    @Test
    void tickets_promises_and_machines_are_found() {
        Tracked<Ticket, TicketState> closed =
                read(books -> books.tickets().look(new TicketId(1002)).orElseThrow());
        assertThat(closed.state()).isInstanceOf(TicketState.Closed.class);
        List<Tracked<Promise, PromiseState>> due =
                read(books -> books.promises().due(Instant.now(), 10));
        assertThat(due).extracting(promise -> promise.facts().clause().id()).containsExactly("hotline-30min");
        assertThat(database.devices().seen()).hasSize(2);
    }

    private static List<ComplaintState> complaintsUnder(long ticket) {
        return read(books -> books.complaints().of(new TicketId(ticket))).stream()
                .map(Tracked::state)
                .toList();
    }

    private static <T> T read(Function<Books, T> reading) {
        return database.transactions().call(reading);
    }

    private static String text(String resource) {
        try (InputStream file = Objects.requireNonNull(OldDataTest.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
