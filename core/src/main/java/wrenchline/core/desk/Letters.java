package wrenchline.core.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.Shortfall;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.detection.Finding;
import wrenchline.core.duty.Duty;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Customer;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.NoticeMachine;
import wrenchline.core.notice.Segments;
import wrenchline.core.promise.Promise;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Report;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Tracked;

/** Writes notices into the outbox, each in the reader's language. */
record Letters(Desk desk, Books books, Instant now) {

    private static final NoticeMachine NOTICES = new NoticeMachine();

    /** Asks {@code engineer} to take {@code ticket}. */
    void dispatch(Ticket ticket, StaffMember engineer) {
        String code = books.notices().freeCode(now);
        Map<String, String> values = words().ticket(ticket, engineer.language());
        values.put("code", code);
        String bare = text(NoticeKind.DISPATCH, engineer.language(), values);
        String text = desk.links()
                .link(ticket.id(), engineer.id(), now)
                .map(link -> bare + " " + link + " ")
                .orElseGet(() -> withReason(bare, ticket, engineer.language()));
        Notice.Form form = form(NoticeKind.DISPATCH, engineer.language(), values);
        open(new Notice(newId(), NoticeKind.DISPATCH, ticket.id(), engineer.phone(), code, text, now, form));
    }

    /** With the reason, where that costs no more to send. */
    private String withReason(String text, Ticket ticket, String language) {
        if (ticket.origin() instanceof Origin.Telemetry(Finding.Raised raised)) {
            String whole =
                    text + " " + new Why(desk.wording(), roster().zone()).of(raised, words().model(ticket), language);
            return Segments.of(whole) > Segments.of(text) ? text : whole;
        }
        return text;
    }

    /** Tells {@code staff} that a caller waits. */
    void callback(Callback callback, StaffMember staff) {
        Map<String, String> values = new HashMap<>();
        books.tickets()
                .find(callback.ticket())
                .ifPresent(ticket -> values.putAll(words().ticket(ticket.facts(), staff.language())));
        String code = books.notices().freeCode(now);
        values.put("code", code);
        values.put("number", callback.number());
        NoticeId notice = write(NoticeKind.CALLBACK, callback.ticket(), staff.phone(), staff.language(), code, values);
        books.evidence().append(callback.promise(), new Evidence.Notified(notice, staff.phone(), now), now);
    }

    /** Tells the customer that we called in vain. */
    void weCalled(Callback callback) {
        toCustomer(NoticeKind.WE_CALLED, callback);
    }

    /** Asks the customer whether somebody called, as they say. */
    void askWhetherCalled(Callback callback) {
        toCustomer(NoticeKind.ASK_WHETHER_CALLED, callback);
    }

    /** Tells the customer that we did not call in time, and that we go on trying. */
    void missed(Callback callback) {
        toCustomer(NoticeKind.MISSED, callback);
    }

    private void toCustomer(NoticeKind kind, Callback callback) {
        Map<String, String> values = Map.of("ticket", callback.ticket().toString());
        NoticeId notice = write(kind, callback.ticket(), callback.number(), callback.language(), "", values);
        books.evidence().append(callback.promise(), new Evidence.Notified(notice, callback.number(), now), now);
    }

    /** Tells the customer that {@code engineer} is on the way, and what to tell them on arrival. */
    void onTheWay(Ticket ticket, StaffMember engineer) {
        Optional<Customer> customer = ticket.customerIfKnown().flatMap(books.register()::find);
        Optional<String> number = phone(ticket)
                .or(() -> customer.flatMap(known -> known.phones().stream().findFirst()));
        String code = ticket.arrivalCode();
        if (number.isEmpty() || code == null) {
            return;
        }
        String language = customer.map(Customer::language).orElse("zh");
        Map<String, String> values = words().ticket(ticket, language);
        values.put("engineer", engineer.name());
        values.put("code", code);
        write(NoticeKind.ON_THE_WAY, ticket.id(), number.get(), language, "", values);
    }

    private static Optional<String> phone(Ticket ticket) {
        if (ticket.origin() instanceof Origin.Telephone telephone) {
            return Optional.of(telephone.number());
        }
        return Optional.ofNullable(ticket.report()).map(Report::phone).filter(phone -> !phone.isEmpty());
    }

    /** Tells supervisors and managers that {@code promise} was broken. */
    void breach(Promise promise) {
        List<StaffMember> readers = new ArrayList<>(new Duty(roster()).reach(Rung.Target.SUPERVISOR, now));
        readers.addAll(new Duty(roster()).reach(Rung.Target.MANAGER, now));
        for (StaffMember reader : readers) {
            Map<String, String> values = new HashMap<>();
            values.put("ticket", promise.ticket().toString());
            values.put("clause", promise.clause().text());
            values.put("deadline", words().time(promise.deadline()));
            values.put("reason", reason(promise, reader.language()));
            write(NoticeKind.BREACH, promise.ticket(), reader.phone(), reader.language(), "", values);
        }
    }

    /** Why it was broken, as far as it is a callback's. */
    private String reason(Promise promise, String language) {
        return books.callbacks().of(promise.ticket()).stream()
                .map(Tracked::facts)
                .filter(callback -> callback.promise().equals(promise.id()))
                .findFirst()
                .map(callback -> Shortfall.of(books.callbacks().events(callback.id()).stream()
                        .map(Dated::event)
                        .toList()))
                .map(shortfall -> " " + words().of("shortfall." + shortfall, language))
                .orElse("");
    }

    /** Warns {@code reader} that {@code promise} must be kept by {@code deadline}. */
    void warning(Promise promise, Instant deadline, StaffMember reader) {
        Map<String, String> values = new HashMap<>();
        values.put("ticket", promise.ticket().toString());
        values.put("clause", promise.clause().text());
        values.put("deadline", words().time(deadline));
        write(NoticeKind.WARNING, promise.ticket(), reader.phone(), reader.language(), "", values);
    }

    /** Reminds {@code reader} that nothing happens to {@code ticket}. */
    void reminder(Tracked<Ticket, TicketState> ticket, StaffMember reader) {
        Map<String, String> values = words().ticket(ticket.facts(), reader.language());
        String state = ticket.state().getClass().getSimpleName();
        values.put("state", words().of("ticket.state." + state, reader.language()));
        write(NoticeKind.REMINDER, ticket.facts().id(), reader.phone(), reader.language(), "", values);
    }

    /**
     * Tells {@code reader} of a complaint.
     *
     * @param atOnce whatever the hour
     */
    void complaint(Complaint complaint, ComplaintState state, boolean atOnce, StaffMember reader) {
        String language = reader.language();
        Map<String, String> values = new HashMap<>();
        values.put("complaint", complaint.id().toString());
        values.put("category", words().of("complaint.category." + complaint.category(), language));
        values.put("department", words().of("complaint.department." + complaint.department(), language));
        values.put("kind", words().of("complaint.kind." + state.course().kind(complaint.rules()), language));
        values.put("state", words().of("complaint.state." + state.getClass().getSimpleName(), language));
        values.put("number", complaint.number());
        values.put("ticket", complaint.ticket().toString());
        NoticeKind kind = atOnce ? NoticeKind.COMPLAINT_AT_ONCE : NoticeKind.COMPLAINT;
        write(kind, complaint.ticket(), reader.phone(), language, "", values);
    }

    /** Tells {@code reader} that from now on {@code engineers} are on duty from {@code from} to {@code until}. */
    void duty(Instant from, Instant until, List<StaffMember> engineers, String reason, StaffMember reader) {
        String nobody = words().of("roster.nobody", reader.language());
        String names = engineers.stream().map(StaffMember::name).collect(Collectors.joining(", "));
        Map<String, String> values = Map.of(
                "from",
                words().time(from),
                "until",
                words().time(until),
                "order",
                names.isEmpty() ? nobody : names,
                "reason",
                reason);
        write(NoticeKind.ROSTER, Notice.NO_TICKET, reader.phone(), reader.language(), "", values);
    }

    /** Answers a reply. */
    void answer(TicketId ticket, String number, String text, String language) {
        Notice.Form form = form(NoticeKind.ANSWER, language, Map.of("answer", text));
        open(new Notice(newId(), NoticeKind.ANSWER, ticket, number, "", text, now, form));
    }

    private NoticeId write(
            NoticeKind kind, TicketId ticket, String to, String language, String code, Map<String, String> values) {
        Notice.Form form = form(kind, language, values);
        return open(new Notice(newId(), kind, ticket, to, code, text(kind, language, values), now, form));
    }

    private String text(NoticeKind kind, String language, Map<String, String> values) {
        return desk.wording().text(template(kind), language, values);
    }

    private static Notice.Form form(NoticeKind kind, String language, Map<String, String> values) {
        List<Notice.Form.Field> fields = new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> new Notice.Form.Field(value.getKey(), value.getValue()))
                        .toList();
        return new Notice.Form(template(kind), language, fields);
    }

    private static String template(NoticeKind kind) {
        return "sms." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private NoticeId open(Notice notice) {
        books.notices().open(notice, NOTICES.initial(notice), now);
        return notice.id();
    }

    private TicketWords words() {
        return new TicketWords(desk, books);
    }

    private Roster roster() {
        return books.rosters().current();
    }

    private static NoticeId newId() {
        return new NoticeId(UUID.randomUUID());
    }
}
