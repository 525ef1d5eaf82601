package wrenchline.dashboard.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.access.Reach;
import wrenchline.core.call.CallId;
import wrenchline.core.desk.AttachmentDesk;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.PriceDesk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEffect;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.transition.Dated;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.wire.CallbackView;
import wrenchline.dashboard.wire.CandidateView;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.NoticeView;
import wrenchline.dashboard.wire.TicketDetail;
import wrenchline.dashboard.wire.TicketView;

/** The tickets, and what an operator does with them. */
final class TicketRoutes {

    private static final int USUAL_PAGE = 50;

    private final Ports ports;
    private final TicketDesk desk;
    private final AttachmentDesk attachments;
    private final PriceDesk prices;
    private final TicketViews views;
    private final Acting acting;

    TicketRoutes(Ports ports) {
        this.ports = ports;
        this.desk = new TicketDesk(ports.desk());
        this.prices = new PriceDesk(ports.desk());
        this.attachments = new AttachmentDesk(ports.desk());
        this.views = new TicketViews(ports.desk());
        this.acting = new Acting(ports.desk());
    }

    void mount(Api api) {
        api.on("listTickets", this::list);
        api.on("getTicket", this::show);
        api.on("acknowledgeTicket", request -> tell(request, new TicketEvent.Accepted(acting.self(request))));
        api.on(
                "resolveTicket",
                request -> tell(request, new TicketEvent.Resolved(acting.self(request), request.text("how"))));
        api.on("judgeTicket", request -> tell(request, verdict(request)));
        api.on("listCandidates", this::candidates);
        api.on("openTicket", this::open);
        api.on("tellTicket", this::said);
        api.on("getEntitlement", this::entitlement);
        api.on("quoteTicket", this::quote);
        api.on("attachToTicket", this::attach);
        api.on("getAttachment", this::attachment);
        api.on("closeTicket", request -> tell(request, new TicketEvent.Closed(acting.self(request))));
    }

    private static TicketEvent.Judged verdict(Request request) {
        Verdict verdict = request.flag("real") ? new Verdict.Real(request.text("part")) : new Verdict.FalseAlarm();
        return new TicketEvent.Judged(request.operator(), verdict);
    }

    private Answer list(Request request) {
        int limit = request.query("limit", USUAL_PAGE);
        long before = request.query("before").map(Long::parseLong).orElse(Long.MAX_VALUE);
        Optional<String> equipment = request.query("equipment");
        if (equipment.isPresent() && !EquipmentId.isValid(equipment.get())) {
            return Answer.refused(Problem.invalid("'" + equipment.get() + "' is no equipment id."));
        }
        Set<EquipmentId> machines = machines(request, equipment.map(EquipmentId::new));
        if (machines.isEmpty() && request.reach() instanceof Reach.Own) {
            return Answer.json(ListOf.all(List.of()));
        }
        Tickets.Filter filter = filter(request.query("state").orElse("all"), machines);
        List<TicketView> items = ports.desk()
                .transactions()
                .call(books -> books.tickets().page(filter, before, limit).stream()
                        .map(ticket -> views.view(books, ticket))
                        .toList());
        String next = items.size() < limit ? null : items.getLast().facts().id().toString();
        return Answer.json(new ListOf<>(items, next));
    }

    /** Those asked for of those in reach; none means all to whoever reaches all. */
    private Set<EquipmentId> machines(Request request, Optional<EquipmentId> wanted) {
        return switch (request.reach()) {
            case Reach.Everything() -> wanted.map(Set::of).orElseGet(Set::of);
            case Reach.Own(CustomerId customer) ->
                ports.desk().transactions().call(books -> Machines.of(books, customer)).stream()
                        .filter(machine -> wanted.isEmpty() || machine.equals(wanted.get()))
                        .collect(Collectors.toSet());
        };
    }

    private static Tickets.Filter filter(String state, Set<EquipmentId> machines) {
        return switch (state) {
            case "all" -> new Tickets.Filter(Set.of(), machines);
            case "open" -> Machines.open(machines);
            case String one -> new Tickets.Filter(Set.of(one), machines);
        };
    }

    private Answer show(Request request) {
        return show(request, id(request));
    }

    private Answer show(Request request, TicketId id) {
        Optional<TicketDetail> detail = ports.desk()
                .transactions()
                .call(books -> books.tickets().look(id).map(ticket -> {
                    TicketDetail whole = detail(books, ticket);
                    return request.reach() instanceof Reach.Own
                            ? whole.forItsCustomer(ticket.facts().arrivalCode())
                            : whole;
                }));
        return detail.<Answer>map(shown ->
                        new Answer.Json(shown, Tags.version(shown.ticket().version())))
                .orElseGet(() -> unknown(id));
    }

    private TicketDetail detail(Books books, Tracked<Ticket, TicketState> ticket) {
        TicketId id = ticket.facts().id();
        List<Dated<TicketEvent>> events = books.tickets().events(id);
        PromiseDetails promises = new PromiseDetails(ports.desk(), books);
        return new TicketDetail(
                views.view(books, ticket),
                books.promises().of(id).stream().map(promises::of).toList(),
                books.callbacks().of(id).stream().map(CallbackView::of).toList(),
                books.notices().of(id).stream().map(NoticeView::of).toList(),
                calls(ticket.facts(), events)
                        .flatMap(call -> ports.calls().find(call).stream())
                        .toList(),
                events,
                TicketViews.window(ticket.facts()));
    }

    /** The call that raised it and those that came in about it later. */
    private static Stream<CallId> calls(Ticket ticket, List<Dated<TicketEvent>> events) {
        Stream<CallId> first =
                ticket.origin() instanceof Origin.Telephone telephone ? Stream.of(telephone.call()) : Stream.empty();
        Stream<CallId> later = events.stream()
                .map(dated -> dated.event() instanceof TicketEvent.CalledAgain again ? again.call() : null)
                .filter(Objects::nonNull);
        return Stream.concat(first, later).distinct();
    }

    private Answer said(Request request) {
        return switch (acting.as(request)) {
            case Acting.Named.As(Actor actor) -> tell(request, TicketBodies.event(request, actor));
            case Acting.Named.Refused(String reason) -> Answer.refused(Problem.notTheirs(reason));
        };
    }

    private Answer candidates(Request request) {
        return desk.candidates(id(request))
                .map(all -> Answer.json(
                        ListOf.all(all.stream().map(CandidateView::of).toList())))
                .orElseGet(() -> unknown(id(request)));
    }

    private Answer tell(Request request, TicketEvent event) {
        TicketId id = id(request);
        return switch (desk.tell(id, request.ifMatch().orElse(null), event)) {
            case TicketDesk.Told.Done() -> show(request);
            case TicketDesk.Told.Ignored(String reason) -> Answer.refused(Problem.conflict(reason));
            case TicketDesk.Told.Stale(long version) -> Answer.refused(Problem.stale(version));
            case TicketDesk.Told.NoSuchTicket() -> unknown(id);
        };
    }

    private static Answer unknown(TicketId id) {
        return Answer.refused(Problem.unknown("ticket", id.toString()));
    }

    private Answer open(Request request) {
        TicketDesk.Wanted wanted = TicketBodies.wanted(request);
        return switch (desk.open(wanted)) {
            case TicketDesk.Entered.Done(TicketId id, boolean _) -> show(request, id);
            case TicketDesk.Entered.KeyTaken(TicketId other) ->
                Answer.refused(Problem.conflict("the key stands for ticket " + other + ", which is another"));
            case TicketDesk.Entered.NotRegistered(EquipmentId equipment) ->
                Answer.refused(Problem.unknown("registered equipment", equipment.toString()));
        };
    }

    private Answer entitlement(Request request) {
        return prices.entitlement(id(request), request.query("component").orElse(""))
                .<Answer>map(Answer::json)
                .orElseGet(() -> Answer.refused(Problem.unknown("ticket of registered equipment", request.path("id"))));
    }

    private Answer quote(Request request) {
        List<PriceDesk.Needed> needed = request.body()
                .path("parts")
                .valueStream()
                .map(part -> new PriceDesk.Needed(
                        part.path("part").asText(), part.path("count").asInt(1)))
                .toList();
        long labour = request.body().path("labourCents").asLong(0);
        return switch (prices.quote(id(request), request.operator(), needed, labour)) {
            case PriceDesk.Quoted.Told(Transition.Moved<TicketState, TicketEffect> _) -> show(request);
            case PriceDesk.Quoted.Told(Transition.Ignored<TicketState, TicketEffect>(String reason)) ->
                Answer.refused(Problem.conflict(reason));
            case PriceDesk.Quoted.Refused(String reason) -> Answer.refused(Problem.conflict(reason));
            case PriceDesk.Quoted.NoSuchTicket() -> unknown(id(request));
        };
    }

    private Answer attach(Request request) {
        String name = request.query("name").orElse("");
        return switch (attachments.add(
                id(request), request.operator(), name, request.file().getBytes())) {
            case AttachmentDesk.Added.Done(var attachment) -> Answer.json(attachment);
            case AttachmentDesk.Added.Refused(String reason) -> Answer.refused(Problem.invalid(reason));
            case AttachmentDesk.Added.NoSuchTicket() -> unknown(id(request));
        };
    }

    private Answer attachment(Request request) {
        return attachments
                .find(id(request), request.path("sha256"))
                .map(DocumentRoutes::download)
                .orElseGet(() -> Answer.refused(Problem.unknown("attachment", request.path("sha256"))));
    }

    private static TicketId id(Request request) {
        return new TicketId(Long.parseLong(request.path("id")));
    }
}
