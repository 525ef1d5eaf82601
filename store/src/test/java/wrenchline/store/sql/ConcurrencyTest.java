package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Change;
import wrenchline.core.equipment.Severity;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** What happens when several do it at once. */
class ConcurrencyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Samples samples = new Samples(new Random(7));
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
    }

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    @Test
    void eight_findings_of_the_same_failure_open_one_ticket() {
        List<TicketId> tickets =
                atOnce(8, () -> database.transactions().call(books -> openOrJoin(books, "lift-1/LEAK")));
        assertThat(Set.copyOf(tickets)).hasSize(1);
        assertThat(newest()).hasSize(1);
        assertThat(newest().getFirst().version()).isEqualTo(7);
    }

    @Test
    void a_closed_ticket_makes_room_for_the_next_of_its_key() {
        TicketId first = database.transactions().call(books -> openOrJoin(books, "lift-1/LEAK"));
        database.transactions().run(books -> {
            Tracked<Ticket, TicketState> open = books.tickets().find(first).orElseThrow();
            Actor nobody = new Actor.Product();
            books.tickets().record(open, new TicketEvent.Closed(nobody), new TicketState.Closed(nobody, NOW), NOW);
        });
        TicketId second = database.transactions().call(books -> openOrJoin(books, "lift-1/LEAK"));
        assertThat(first).isEqualTo(new TicketId(1001));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void two_changes_of_the_same_version_are_not_both_kept() {
        TicketId id = database.transactions().call(books -> openOrJoin(books, "lift-1/LEAK"));
        AtomicInteger runs = new AtomicInteger();
        atOnce(2, () -> {
            database.transactions().run(books -> {
                runs.incrementAndGet();
                // Not locked: the version alone must tell.
                Tracked<Ticket, TicketState> seen = books.tickets().look(id).orElseThrow();
                books.tickets().record(seen, samples.of(TicketEvent.class), seen.state(), NOW);
            });
            return true;
        });
        assertThat(newest().getFirst().version()).isEqualTo(2);
        assertThat(runs.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void two_sweeps_over_a_thousand_due_notices_take_each_once() {
        Set<NoticeId> opened = ConcurrentHashMap.newKeySet();
        database.transactions().run(books -> IntStream.range(0, 1000).forEach(_ -> opened.add(openNotice(books))));
        List<List<NoticeId>> taken = atOnce(2, this::sweepUntilNothingIsDue);
        List<NoticeId> all = taken.stream().flatMap(List::stream).toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(Set.copyOf(all)).isEqualTo(opened);
    }

    @Test
    void rows_that_another_sweep_holds_are_left_out() {
        database.transactions().run(books -> IntStream.range(0, 3).forEach(_ -> openNotice(books)));
        database.transactions().run(books -> {
            assertThat(books.notices().due(NOW, 2)).hasSize(2);
            List<?> others = await(threads.submit(
                    () -> database.transactions().call(other -> other.notices().due(NOW, 10))));
            assertThat(others).hasSize(1);
        });
    }

    @Test
    void telephone_orders_are_handed_out_once() {
        database.transactions()
                .run(books -> IntStream.range(0, 1000)
                        .forEach(_ -> books.phoneOrders().place(samples.of(PhoneOrder.class), NOW)));
        List<List<PhoneOrder>> taken = atOnce(2, () -> {
            List<PhoneOrder> mine = new ArrayList<>();
            while (true) {
                List<PhoneOrder> orders = database.transactions()
                        .call(books -> books.phoneOrders().take(7, NOW));
                if (orders.isEmpty()) {
                    return mine;
                }
                mine.addAll(orders);
            }
        });
        assertThat(taken.stream().flatMap(List::stream).toList()).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void evidence_of_many_writers_is_one_chain() {
        PromiseId promise = new PromiseId(UUID.randomUUID());
        List<Evidence> pieces =
                IntStream.range(0, 64).mapToObj(_ -> samples.of(Evidence.class)).toList();
        AtomicInteger next = new AtomicInteger();
        atOnce(8, () -> {
            for (int index = next.getAndIncrement(); index < pieces.size(); index = next.getAndIncrement()) {
                Evidence piece = pieces.get(index);
                database.transactions().run(books -> books.evidence().append(promise, piece, NOW));
            }
            return true;
        });
        database.transactions().run(books -> {
            var entries = books.evidence().of(promise);
            assertThat(entries).extracting(entry -> entry.evidence()).containsExactlyInAnyOrderElementsOf(pieces);
            assertThat(entries).extracting(entry -> entry.sequence()).isSorted().doesNotHaveDuplicates();
        });
    }

    @Test
    @Timeout(60)
    void follower_of_changes_misses_none_while_others_write() {
        CompletableFuture<Integer> written = new CompletableFuture<>();
        Future<List<Change>> followed = threads.submit(() -> {
            List<Change> seen = new ArrayList<>();
            while (!written.isDone() || seen.size() < written.join()) {
                long position = seen.isEmpty() ? 0 : seen.getLast().position();
                seen.addAll(database.changes().after(position, 100));
            }
            return seen;
        });
        AtomicInteger count = new AtomicInteger();
        atOnce(8, () -> {
            Random random = new Random(count.incrementAndGet());
            for (int transaction = 0; transaction < 60; transaction++) {
                database.transactions().run(books -> {
                    IntStream.range(0, 1 + random.nextInt(3)).forEach(_ -> openNotice(books));
                    openNotice(books);
                });
            }
            return true;
        });
        Set<NoticeId> opened =
                Set.copyOf(database.transactions().call(books -> books.notices().all()));
        written.complete(opened.size());
        List<Change> changes = await(followed);
        assertThat(changes).extracting(Change::position).isSorted().doesNotHaveDuplicates();
        assertThat(changes)
                .extracting(Change::id)
                .containsExactlyInAnyOrderElementsOf(
                        opened.stream().map(NoticeId::toString).toList());
        assertThat(database.changes().newest()).isEqualTo(changes.getLast().position());
    }

    private List<NoticeId> sweepUntilNothingIsDue() {
        List<NoticeId> mine = new ArrayList<>();
        while (true) {
            List<NoticeId> swept = database.transactions().call(books -> {
                List<Tracked<Notice, NoticeState>> due = books.notices().due(NOW, 20);
                due.forEach(notice -> books.notices()
                        .record(
                                notice,
                                new NoticeEvent.Taken("local"),
                                new NoticeState.Submitting(NOW, 1, "local", List.of(), List.of()),
                                NOW));
                return due.stream().map(notice -> notice.facts().id()).toList();
            });
            // The other sweep may still roll back what it holds; here neither does.
            if (swept.isEmpty()) {
                return mine;
            }
            mine.addAll(swept);
        }
    }

    private TicketId openOrJoin(Books books, String key) {
        return books.tickets()
                .openFor(key)
                .map(open -> {
                    books.tickets().record(open, samples.of(TicketEvent.FoundAgain.class), open.state(), NOW);
                    return open.facts().id();
                })
                .orElseGet(() -> {
                    TicketId id = books.tickets().next();
                    Origin origin = new Origin.Controller("E042", "sample");
                    books.tickets()
                            .open(
                                    new Ticket(id, key, null, null, "LEAK", Severity.MAJOR, origin, NOW),
                                    new TicketState.Raised(),
                                    NOW);
                    return id;
                });
    }

    private static NoticeId openNotice(Books books) {
        NoticeId id = new NoticeId(UUID.randomUUID());
        Notice notice = new Notice(id, NoticeKind.DISPATCH, new TicketId(1001), "13800000000", "", "sample", NOW);
        books.notices().open(notice, new NoticeState.Queued(NOW, 0, List.of(), List.of()), NOW);
        return id;
    }

    private List<Tracked<Ticket, TicketState>> newest() {
        return database.transactions().call(books -> books.tickets().newest(10));
    }

    private <T> List<T> atOnce(int times, Callable<T> work) {
        List<Future<T>> futures =
                IntStream.range(0, times).mapToObj(_ -> threads.submit(work)).toList();
        return futures.stream().map(ConcurrencyTest::await).toList();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
