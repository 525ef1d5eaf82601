package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.ReplyDesk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.desk.Transactions;
import wrenchline.core.duty.StaffId;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/**
 * The product dies at each boundary of a dispatch in turn, before and after every commit and every word with the provider, and goes on after
 * a restart, of which nothing but the database knows: no message is lost, none goes out twice, and the ticket always has a next step.
 */
@Tag("slow")
class DispatchCrashTest {

    private final TestDesk house = new TestDesk();
    private final Provider provider = new Provider();

    /** What is left until the crash; negative for none any more. */
    private int left;

    private String boundary = "";

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @AfterEach
    void everything_stored_is_what_the_events_give() {
        assertThat(house.database.verification().run().flaws()).isEmpty();
        house.close();
    }

    @Test
    void whenever_it_dies_each_message_goes_out_once_and_the_ticket_goes_on() {
        int crash = 0;
        do {
            crash++;
            left = crash;
            boundary = "";
            dispatch("crash-" + crash);
            house.clock.advance(Duration.ofDays(1));
        } while (!boundary.isEmpty());
        assertThat(crash).as("how many boundaries there are").isGreaterThan(30);
    }

    /** Offer, message, no answer, the next rung, its message, acceptance by reply, and the answer to that. */
    private void dispatch(String key) {
        TicketId ticket = survive(() -> TestDesk.report(new TicketDesk(desk()), key, null));
        survive(this::submit);
        house.clock.advance(Duration.ofMinutes(10));
        survive(() -> new Sweep(desk()).escalations());
        survive(() -> new Sweep(desk()).escalations());
        survive(this::submit);
        assertThat(hasNextStep(ticket)).as(at("a next step of the ticket")).isTrue();

        Notice second = notices(ticket).stream()
                .map(Tracked::facts)
                .filter(notice -> notice.kind() == NoticeKind.DISPATCH)
                .max((one, other) -> one.created().compareTo(other.created()))
                .orElseThrow();
        // The provider repeats what was not acknowledged.
        survive(() -> {
            new ReplyDesk(desk()).receive(new Incoming("provider", second.to(), "接 " + second.code()));
            return 0;
        });
        survive(this::submit);
        assertThat(state(ticket)).as(at("the ticket")).isInstanceOf(TicketState.Accepted.class);
        assertThat(hasNextStep(ticket))
                .as(at("a next step of the accepted ticket"))
                .isTrue();

        restartAndSettle();
        List<Tracked<Notice, NoticeState>> written = notices(ticket);
        assertThat(written)
                .as(at("messages"))
                .allMatch(notice -> notice.state() instanceof NoticeState.Accepted)
                .extracting(notice -> notice.facts().kind())
                .containsExactlyInAnyOrder(NoticeKind.DISPATCH, NoticeKind.DISPATCH, NoticeKind.ANSWER);
        assertThat(provider.took)
                .as(at("what the provider took"))
                .containsAll(written.stream()
                        .map(notice -> notice.facts().id().toString())
                        .toList())
                .doesNotHaveDuplicates();
        Set<StaffId> rung = new HashSet<>();
        house.desk.transactions().call(books -> books.phoneOrders().take(100, house.clock.instant())).stream()
                .map(order -> ((PhoneOrder.AskStaff) order).staff().id())
                .forEach(staff -> assertThat(rung.add(staff))
                        .as(at(staff + " is rung once"))
                        .isTrue());
        house.tickets.tell(ticket, new TicketEvent.Resolved(new Actor.Operator("li"), "done"));
        house.tickets.tell(ticket, new TicketEvent.Closed(new Actor.Operator("li")));
    }

    private int submit() {
        NoticeDesk messages =
                new NoticeDesk(desk(), new Providers(List.of(provider)), SendingRules.USUAL, Runnable::run);
        int all = 0;
        for (int done = messages.submitDue(); done > 0; done = messages.submitDue()) {
            all += done;
        }
        return all;
    }

    /** Time goes by until whatever is unknown was asked about. */
    private void restartAndSettle() {
        for (int look = 0; look < 12; look++) {
            house.clock.advance(Duration.ofSeconds(15));
            survive(this::submit);
        }
    }

    /** Does it again after a crash, as a new process would. */
    private <T> T survive(Supplier<T> step) {
        try {
            return step.get();
        } catch (Crash dead) {
            return step.get();
        }
    }

    /** A desk of a process that may die. */
    private Desk desk() {
        return new Desk(new Mortal(), house.clock, house.desk.policy(), house.desk.wording(), house.desk.models());
    }

    private void mayDie(String where) {
        if (--left == 0) {
            boundary = where;
            throw new Crash();
        }
    }

    private String at(String what) {
        return what + ", died " + (boundary.isEmpty() ? "nowhere" : boundary);
    }

    private boolean hasNextStep(TicketId ticket) {
        return house.desk
                .transactions()
                .<Boolean>call(books -> books.escalations()
                        .look(ticket)
                        .orElseThrow()
                        .state()
                        .dueAt()
                        .isPresent());
    }

    private TicketState state(TicketId ticket) {
        return house.desk
                .transactions()
                .call(books -> books.tickets().look(ticket).orElseThrow().state());
    }

    private List<Tracked<Notice, NoticeState>> notices(TicketId ticket) {
        return house.desk.transactions().call(books -> books.notices().of(ticket));
    }

    private final class Mortal implements Transactions {

        @Override
        public <T> T call(Function<Books, T> work) {
            T done = house.database.transactions().call(books -> {
                T result = work.apply(books);
                mayDie("before a commit");
                return result;
            });
            mayDie("after a commit");
            return done;
        }
    }

    /** Remembers what it took, and can tell. */
    private final class Provider implements Messenger {

        private final List<String> took = new ArrayList<>();

        @Override
        public String name() {
            return "provider";
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public Submission submit(Notice notice) {
            mayDie("before a submission");
            took.add(notice.id().toString());
            mayDie("after a submission");
            return new Submission.Accepted(List.of(notice.id().toString()));
        }

        @Override
        public Lookup ask(Notice notice, List<String> ids) {
            mayDie("before asking the provider");
            return took.contains(notice.id().toString())
                    ? new Lookup.Has(List.of(notice.id().toString()), Receipt.Outcome.PENDING)
                    : new Lookup.Never();
        }
    }
}
