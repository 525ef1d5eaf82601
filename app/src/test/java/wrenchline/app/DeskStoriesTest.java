package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.ModelFiles;
import wrenchline.config.PolicyFile;
import wrenchline.config.Secret;
import wrenchline.config.Site;
import wrenchline.config.SiteFile;
import wrenchline.config.Texts;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.CallbackDesk;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.ReplyDesk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.detection.Finding;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.store.sql.Database;
import wrenchline.testkit.SettableClock;

/** The desk on the real database, under a clock that the stories move. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskStoriesTest {

    private static final Path CONFIG = Path.of("../config");
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final List<Notice> sent = new ArrayList<>();
    private Database database;
    private Desk desk;
    private int caller = 1;

    @BeforeAll
    void open(@TempDir Path folder) {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "wrenchline");
        database = Database.open(
                new DatabaseSettings.Embedded(folder.resolve("postgres"), new Secret("test")), cache, clock);
        var models = ModelFiles.read(CONFIG.resolve("models"));
        desk = new Desk(
                database.transactions(),
                clock,
                PolicyFile.read(CONFIG.resolve("policy.yaml")),
                Texts.read(CONFIG.resolve("texts")),
                models);
        Site site = SiteFile.read(CONFIG.resolve("demo/site.yaml"), models.keySet());
        desk.transactions().run(books -> {
            site.customers().forEach(books.register()::put);
            site.equipment().forEach(books.register()::put);
            books.rosters().replace(site.roster());
        });
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** Whoever is on the line in one story is not there in the next. */
    @AfterEach
    void nobody_is_on_the_line() {
        var open = desk.transactions().call(books -> books.callbacks().open());
        open.forEach(callback ->
                new CallbackDesk(desk).tell(callback.facts().id(), new CallbackEvent.Cancelled("the story is over")));
    }

    @Test
    void two_callbacks_that_want_one_engineer_ring_one_after_the_other() {
        var first = call();
        sweep();
        PhoneOrder.OfCallback ring = orders(first.ticket()).getFirst();
        var second = call();
        sweep();

        assertThat(orders(second.ticket())).isEmpty();
        CallbackId waiting = desk.transactions()
                .call(books -> books.callbacks()
                        .openFor(second.ticket())
                        .orElseThrow()
                        .facts()
                        .id());
        StaffId engineer = ((PhoneOrder.RingStaff) ring).staff().id();
        AttemptId forced = AttemptId.of(waiting, "forced", clock.instant());
        assertThat(desk.transactions()
                        .<Boolean>call(books -> books.engagements().engage(engineer, waiting, forced, clock.instant())))
                .as("the database refuses a second line")
                .isFalse();
        tell(ring, new CallbackEvent.NotAccepted(ring.attempt(), CallbackEvent.Failure.NO_ANSWER));
        clock.advance(Duration.ofSeconds(15));
        sweep();
        assertThat(orders(second.ticket()))
                .singleElement()
                .isInstanceOfSatisfying(
                        PhoneOrder.RingStaff.class,
                        order -> assertThat(order.staff().id()).isEqualTo(engineer));
    }

    @Test
    void an_engineers_word_stops_no_clock_until_the_customer_confirms_it_by_sms() {
        var taken = call();
        sweep();
        PhoneOrder.RingStaff ring =
                (PhoneOrder.RingStaff) orders(taken.ticket()).getFirst();
        Instant said = clock.instant();
        tell(ring, new CallbackEvent.ToldByStaff(ring.staff()));
        clock.advance(Duration.ofMinutes(1));

        assertThat(callbackPromise(taken.ticket())).isInstanceOf(PromiseState.Running.class);
        assertThat(notices(taken.ticket())).anyMatch(notice -> notice.kind() == NoticeKind.ASK_WHETHER_CALLED);
        tell(ring, new CallbackEvent.ConfirmedBySms());
        assertThat(callbackPromise(taken.ticket())).isEqualTo(new PromiseState.Kept(said, Grade.C));
    }

    @Test
    void an_engineer_who_calls_from_an_own_telephone_says_so_by_sms_and_the_customer_has_the_last_word() {
        var taken = call();
        sweep();
        PhoneOrder.RingStaff ring =
                (PhoneOrder.RingStaff) orders(taken.ticket()).getFirst();
        String engineer = ring.staff().phone();
        String customer = "1370000%04d".formatted(caller - 1);
        ReplyDesk replies = new ReplyDesk(desk);
        String code = notices(taken.ticket()).stream()
                .filter(notice -> notice.to().equals(engineer))
                .findFirst()
                .orElseThrow()
                .code();

        assertThat(replies.read(engineer, "自 " + code).done()).isTrue();
        assertThat(orders(taken.ticket())).singleElement().isInstanceOf(PhoneOrder.HangUp.class);
        clock.advance(Duration.ofMinutes(4));
        sweep();
        assertThat(orders(taken.ticket())).as("the ladder stands still").isEmpty();

        assertThat(replies.read(engineer, "回" + code).done()).isTrue();
        assertThat(replies.read(customer, "2").done()).isTrue();
        assertThat(orders(taken.ticket()))
                .as("nobody had called")
                .singleElement()
                .isInstanceOf(PhoneOrder.RingStaff.class);
        Instant said = clock.instant();
        assertThat(replies.read(engineer, "CALLED " + code).done()).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(replies.read(customer, "1").done()).isTrue();
        assertThat(callbackPromise(taken.ticket())).isEqualTo(new PromiseState.Kept(said, Grade.C));
    }

    @Test
    void an_emergency_joins_the_open_fault_and_rings_everybody_at_once() {
        String number = nextNumber();
        CallDesk calls = new CallDesk(desk);
        var fault = calls.report(new CallDesk.Report(
                new CallId("fault-" + number), number, "zh", "101", Concern.FAULT, clock.instant()));
        sweep();
        assertThat(orders(fault.ticket())).hasSize(1);
        var emergency = calls.report(new CallDesk.Report(
                new CallId("emergency-" + number), number, "zh", "", Concern.EMERGENCY, clock.instant()));

        assertThat(emergency.ticket()).isEqualTo(fault.ticket());
        assertThat(orders(fault.ticket())).hasSize(3).allMatch(order -> order instanceof PhoneOrder.RingStaff);
    }

    @Test
    void an_unanswered_callback_climbs_the_ladder_and_breaches_at_thirty_minutes() {
        Instant began = clock.instant();
        var taken = call();
        assertThat(taken.deadline()).isEqualTo(began.plus(Duration.ofMinutes(30)));

        List<String> rung = new ArrayList<>();
        for (int minute = 0; minute < 30; minute++) {
            clock.set(began.plus(Duration.ofMinutes(minute)));
            sweep();
            for (PhoneOrder.OfCallback order : orders(taken.ticket())) {
                if (order instanceof PhoneOrder.RingStaff ring) {
                    rung.add(minute + " " + ring.staff().id());
                    tell(order, new CallbackEvent.NotAccepted(ring.attempt(), CallbackEvent.Failure.NO_ANSWER));
                } else if (order instanceof PhoneOrder.TellCustomerLate) {
                    rung.add(minute + " customer");
                }
            }
            assertThat(callbackPromise(taken.ticket())).isInstanceOf(PromiseState.Running.class);
        }
        clock.set(began.plus(Duration.ofMinutes(30)));
        sweep();

        assertThat(rung).containsExactly("0 e1", "3 e2", "8 s1", "15 e1", "15 e2", "15 e3", "15 s1", "27 customer");
        assertThat(callbackPromise(taken.ticket())).isEqualTo(new PromiseState.Broken(taken.deadline()));
        assertThat(notices(taken.ticket())).extracting(Notice::kind).contains(NoticeKind.BREACH, NoticeKind.MISSED);
        assertThat(notices(taken.ticket())).extracting(Notice::text).anyMatch(text -> text.contains("均未接受"));
    }

    @Test
    void a_callback_that_reached_the_customer_keeps_the_promise_and_the_response_too() {
        var taken = call();
        sweep();
        PhoneOrder.OfCallback order = orders(taken.ticket()).getFirst();
        AttemptId attempt = order.attempt();
        Instant from = clock.instant();
        tell(order, new CallbackEvent.Accepted(attempt, attempt.acceptKeys()));
        tell(order, new CallbackEvent.Bridged(attempt));
        clock.advance(Duration.ofMinutes(2));
        tell(order, new CallbackEvent.BridgeEnded(attempt, from, clock.instant()));
        tell(order, new CallbackEvent.Confirmed(attempt, "1"));

        assertThat(callbackPromise(taken.ticket())).isEqualTo(new PromiseState.Kept(from.plusSeconds(20), Grade.A));
        assertThat(promise(taken.ticket(), PromiseKind.RESPONSE)).isInstanceOf(PromiseState.Kept.class);
        assertThat(ticket(taken.ticket())).isInstanceOf(TicketState.Accepted.class);
    }

    @Test
    void a_repeated_caller_joins_the_open_ticket_and_never_resets_its_clock() {
        CallDesk calls = new CallDesk(desk);
        String number = nextNumber();
        var first = calls.report(new CallDesk.Report(
                new CallId("first-" + number), number, "zh", "101", Concern.FAULT, clock.instant()));
        clock.advance(Duration.ofMinutes(10));
        var second = calls.report(
                new CallDesk.Report(new CallId("second-" + number), number, "zh", "", Concern.FAULT, clock.instant()));
        var repeated = calls.report(
                new CallDesk.Report(new CallId("second-" + number), number, "zh", "", Concern.FAULT, clock.instant()));

        assertThat(second).isEqualTo(new CallDesk.Taken(first.ticket(), first.deadline(), true, null));
        assertThat(repeated).isEqualTo(second);
    }

    @Test
    void a_finding_becomes_one_ticket_with_promises_and_an_sms_that_the_engineer_accepts() {
        TelemetryDesk telemetry = new TelemetryDesk(desk);
        Finding.Raised finding = finding("lift-02");
        telemetry.on(finding);
        telemetry.on(finding);
        new NoticeDesk(desk, new Providers(List.of(new Recorded(sent))), SendingRules.USUAL, Runnable::run).submitDue();

        List<Notice> dispatches = sent.stream()
                .filter(notice -> notice.text().contains("lift-02"))
                .toList();
        assertThat(dispatches).hasSize(1);
        Notice dispatch = dispatches.getFirst();
        assertThat(promise(dispatch.ticket(), PromiseKind.RESPONSE))
                .isEqualTo(new PromiseState.Running(
                        clock.instant().plus(Duration.ofHours(2)),
                        clock.instant().plus(Duration.ofHours(1))));

        var answer = new ReplyDesk(desk).read(dispatch.to(), "接 " + dispatch.code());

        assertThat(answer.done()).as(answer.text()).isTrue();
        assertThat(ticket(dispatch.ticket())).isInstanceOf(TicketState.Accepted.class);
        assertThat(promise(dispatch.ticket(), PromiseKind.RESPONSE)).isInstanceOf(PromiseState.Kept.class);
    }

    @Test
    void a_finding_that_comes_again_after_a_restart_opens_nothing_even_when_its_ticket_is_closed() {
        TelemetryDesk telemetry = new TelemetryDesk(desk);
        Finding.Raised finding = finding("lift-05");
        telemetry.on(finding);
        TicketId ticket = noticeAbout("lift-05").ticket();
        Actor operator = new Actor.Operator("test");
        new TicketDesk(desk).tell(ticket, new TicketEvent.Resolved(operator, "oil cooler cleaned"));
        new TicketDesk(desk).tell(ticket, new TicketEvent.Closed(operator));

        telemetry.on(finding);
        assertThat(noticeAbout("lift-05").ticket()).isEqualTo(ticket);

        clock.advance(Duration.ofMinutes(1));
        telemetry.on(finding("lift-05"));
        assertThat(noticeAbout("lift-05").ticket()).as("a new failure").isNotEqualTo(ticket);
    }

    @Test
    void a_refused_dispatch_goes_to_the_next_engineer() {
        new TelemetryDesk(desk).on(finding("lift-03"));
        Notice first = noticeAbout("lift-03");
        new ReplyDesk(desk).read(first.to(), "拒" + first.code() + " 家里有事");

        assertThat(desk.transactions().call(books -> books.notices().newest(100)).stream()
                        .map(notice -> notice.facts())
                        .filter(notice -> notice.ticket().equals(first.ticket()))
                        .filter(notice -> notice.kind() == NoticeKind.DISPATCH)
                        .map(Notice::to))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .contains(first.to());
    }

    @Test
    void a_strangers_reply_changes_nothing() {
        new TelemetryDesk(desk).on(finding("lift-04"));
        Notice dispatch = noticeAbout("lift-04");

        assertThat(new ReplyDesk(desk)
                        .read("13900000001", "接 " + dispatch.code())
                        .done())
                .isFalse();
        assertThat(new ReplyDesk(desk)
                        .read("13800000002", "接 " + dispatch.code())
                        .done())
                .isFalse();
        assertThat(ticket(dispatch.ticket())).isInstanceOf(TicketState.Assigned.class);
    }

    /** Takes every notice. */
    private record Recorded(List<Notice> sent) implements Messenger {

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public Submission submit(Notice notice) {
            sent.add(notice);
            return new Submission.Accepted(List.of("test-" + notice.id()));
        }

        @Override
        public Lookup ask(Notice notice, List<String> ids) {
            return new Lookup.Silent("nothing is kept");
        }
    }

    private CallDesk.Taken call() {
        String number = nextNumber();
        return new CallDesk(desk)
                .report(new CallDesk.Report(
                        new CallId("call-" + number), number, "zh", "101", Concern.FAULT, clock.instant()));
    }

    private String nextNumber() {
        return "1370000%04d".formatted(caller++);
    }

    private Finding.Raised finding(String equipment) {
        Instant now = clock.instant();
        return new Finding.Raised(
                new EquipmentId(equipment),
                "OVERHEATING",
                Severity.MAJOR,
                "oil_temp",
                71,
                65,
                now.minusSeconds(10),
                now);
    }

    private void sweep() {
        Sweep sweep = new Sweep(desk);
        sweep.callbacks();
        sweep.promises();
    }

    private List<PhoneOrder.OfCallback> orders(TicketId ticket) {
        return desk.transactions().call(books -> {
            CallbackId callback =
                    books.callbacks().openFor(ticket).orElseThrow().facts().id();
            return books.phoneOrders().take(100, clock.instant()).stream()
                    .flatMap(order -> order instanceof PhoneOrder.OfCallback one ? Stream.of(one) : Stream.of())
                    .filter(order -> order.callback().equals(callback))
                    .toList();
        });
    }

    private void tell(PhoneOrder.OfCallback order, CallbackEvent event) {
        CallbackId callback = order.callback();
        new CallbackDesk(desk).tell(callback, event);
    }

    private Notice noticeAbout(String equipment) {
        return desk.transactions().call(books -> books.notices().newest(100)).stream()
                .map(notice -> notice.facts())
                .filter(notice -> notice.text().contains(equipment))
                .findFirst()
                .orElseThrow();
    }

    private List<Notice> notices(TicketId ticket) {
        return desk.transactions().call(books -> books.notices().newest(100)).stream()
                .map(notice -> notice.facts())
                .filter(notice -> notice.ticket().equals(ticket))
                .toList();
    }

    private PromiseState callbackPromise(TicketId ticket) {
        return promise(ticket, PromiseKind.CALLBACK);
    }

    private PromiseState promise(TicketId ticket, PromiseKind kind) {
        return desk.transactions().call((Books books) -> books.promises().of(ticket)).stream()
                .filter(promise -> promise.facts().clause().kind() == kind)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private TicketState ticket(TicketId id) {
        return desk.transactions()
                .call(books -> books.tickets().find(id))
                .orElseThrow()
                .state();
    }
}
