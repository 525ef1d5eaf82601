package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.notice.Reply;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Reads what staff answer to notices. */
public final class ReplyDesk {

    /** The same message from the same number within this time is a repetition by the network. */
    private static final Duration REPETITION = Duration.ofMinutes(5);

    /** After so long a missing segment is not waited for. */
    private static final Duration JOINING = Duration.ofMinutes(1);

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int SHORTEST_NUMBER = 8;

    /** Numbers of services, which answer by themselves. */
    private static final String SERVICES = "106";

    private final Desk desk;
    private final SendingRules rules;

    public ReplyDesk(Desk desk) {
        this(desk, SendingRules.USUAL);
    }

    public ReplyDesk(Desk desk, SendingRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /**
     * What became of a reply.
     *
     * @param done whether it changed anything
     * @param text as sent back to whoever replied
     */
    public record Answer(boolean done, String text) {}

    /** Reads {@code text} that came from {@code number}. Only staff are listened to. */
    public Answer read(String number, String text) {
        return desk.transactions().call(books -> {
            Heard heard = hear(new Turn(desk, books, desk.clock().instant()), number, text);
            if (!heard.ticket().equals(Notice.NO_TICKET)) {
                answer(books, number, heard);
            }
            return heard.answer();
        });
    }

    /** Reads what came by SMS, and answers by SMS; what the network repeats does nothing twice. */
    public void receive(Incoming message) {
        desk.transactions().run(books -> {
            Optional<Incoming> whole = message.isWhole()
                    ? Optional.of(message)
                    : books.traffic().join(message, desk.clock().instant());
            whole.ifPresent(complete -> receive(books, complete));
        });
    }

    /** Reads what is there of messages whose other segments do not come. */
    public void receiveTorn() {
        desk.transactions()
                .run(books -> books.traffic()
                        .torn(desk.clock().instant().minus(JOINING))
                        .forEach(message -> receive(books, message)));
    }

    private void receive(Books books, Incoming message) {
        Instant now = desk.clock().instant();
        boolean repeated = books.traffic().came(message, since(books, message.from(), now));
        books.traffic().received(message, now);
        if (repeated) {
            return;
        }
        Heard heard = hear(new Turn(desk, books, now), message.from(), message.text());
        if (mayAnswer(books, message.from(), now)) {
            answer(books, message.from(), heard);
        }
    }

    /** A bare reply that is sent again after another question is an answer to that. */
    private static Instant since(Books books, String number, Instant now) {
        Instant earliest = now.minus(REPETITION);
        return books.notices().to(number, earliest).stream()
                .filter(notice -> !notice.facts().code().isEmpty())
                .map(notice -> notice.facts().created())
                .findFirst()
                .orElse(earliest);
    }

    /** Two automatons must not talk to each other for ever. */
    private boolean mayAnswer(Books books, String number, Instant now) {
        String digits = PhoneNumber.normalise(number);
        return digits.length() >= SHORTEST_NUMBER
                && !digits.startsWith(SERVICES)
                && books.notices().to(number, now.minus(WINDOW)).stream()
                                .filter(notice -> notice.facts().kind() == NoticeKind.ANSWER)
                                .count()
                        < rules.answersHourly();
    }

    private void answer(Books books, String number, Heard heard) {
        new Letters(desk, books, desk.clock().instant())
                .answer(heard.ticket(), number, heard.answer().text(), heard.language());
    }

    /** An answer, and what it is about. */
    private record Heard(TicketId ticket, Answer answer, String language) {}

    private Heard hear(Turn turn, String number, String text) {
        Reply reply = Reply.parse(text);
        Optional<StaffMember> sender = turn.books().rosters().current().staff().stream()
                .filter(member -> PhoneNumber.normalise(member.phone()).equals(PhoneNumber.normalise(number)))
                .findFirst();
        String language = sender.map(StaffMember::language).orElse("zh");
        return switch (reply) {
            case Reply.Stop _ -> {
                turn.books().traffic().stop(number, turn.now());
                yield new Heard(Notice.NO_TICKET, new Answer(true, word("reply.stopped", language, "")), language);
            }
            case Reply.Resume _ -> {
                turn.books().traffic().resume(number);
                yield new Heard(Notice.NO_TICKET, new Answer(true, word("reply.resumed", language, "")), language);
            }
            case Reply _ ->
                sender.map(staff -> hear(turn, staff, reply, text))
                        .or(() -> customer(turn, number, reply))
                        .orElseGet(() -> useless("reply.unknown-sender", language, ""));
        };
    }

    /** A customer who was asked whether somebody called says yes or no. */
    private Optional<Heard> customer(Turn turn, String number, Reply reply) {
        if (!reply.code().isEmpty() || !(reply instanceof Reply.Accept || reply instanceof Reply.Refuse)) {
            return Optional.empty();
        }
        CallbackEvent said =
                reply instanceof Reply.Accept ? new CallbackEvent.ConfirmedBySms() : new CallbackEvent.DeniedBySms();
        return turn.books().notices().to(number, turn.now().minus(WINDOW)).stream()
                .map(Tracked::facts)
                .filter(notice -> notice.kind() == NoticeKind.ASK_WHETHER_CALLED)
                .findFirst()
                .flatMap(asked -> turn.books().callbacks().openFor(asked.ticket()))
                .map(callback -> customer(turn, callback, said));
    }

    private Heard customer(Turn turn, Tracked<Callback, CallbackState> callback, CallbackEvent said) {
        boolean done = turn.callback(callback, said) instanceof Transition.Moved;
        TicketId ticket = callback.facts().ticket();
        String language = callback.facts().language();
        String key = !done
                ? "reply.too-late"
                : said instanceof CallbackEvent.DeniedBySms ? "reply.called-again" : "reply.done";
        return new Heard(ticket, new Answer(done, word(key, language, ticket.toString())), language);
    }

    private Heard hear(Turn turn, StaffMember staff, Reply reply, String text) {
        if (reply instanceof Reply.Unreadable) {
            return useless("reply.unreadable", staff.language(), "");
        }
        Meant meant = new Meant(turn, staff);
        if (meant.several(text)) {
            return useless("reply.one-code", staff.language(), "");
        }
        List<Tracked<Notice, NoticeState>> asked = meant.by(reply);
        if (asked.size() != 1) {
            String key = asked.isEmpty()
                    ? reply.code().isEmpty() ? "reply.nothing-waits" : "reply.no-such-code"
                    : "reply.which-one";
            return useless(key, staff.language(), reply.code());
        }
        Tracked<Notice, NoticeState> notice = asked.getFirst();
        Move.apply(new NoticeMachine(), turn.books().notices(), notice, new NoticeEvent.Replied(text), turn.now());
        Answer answer = new Replying(turn, staff, notice.facts()).act(reply);
        return new Heard(notice.facts().ticket(), answer, staff.language());
    }

    private Heard useless(String key, String language, String subject) {
        return new Heard(Notice.NO_TICKET, new Answer(false, word(key, language, subject)), language);
    }

    private String word(String key, String language, String subject) {
        return desk.wording().text(key, language, Map.of("subject", subject));
    }
}
