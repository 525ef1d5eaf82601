package wrenchline.dashboard.http;

import java.util.Optional;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.Flag;
import wrenchline.core.desk.ComplaintDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.Report;
import wrenchline.dashboard.wire.ComplaintDetail;
import wrenchline.dashboard.wire.ComplaintView;
import wrenchline.dashboard.wire.ListOf;

/** The register of complaints, and what people do about them. */
final class ComplaintRoutes {

    private static final int USUAL = 100;

    private final Ports ports;
    private final ComplaintDesk desk;
    private final Acting acting;

    ComplaintRoutes(Ports ports) {
        this.ports = ports;
        this.desk = new ComplaintDesk(ports.desk());
        this.acting = new Acting(ports.desk());
    }

    void mount(Api api) {
        api.on("listComplaints", this::list);
        api.on("getComplaint", request -> show(id(request)));
        api.on("openComplaint", request -> show(desk.open(wanted(request))));
        api.on("tellComplaint", this::tell);
    }

    private Answer list(Request request) {
        return Answer.json(ListOf.all(ports.desk()
                .transactions()
                .call(books -> books.complaints().newest(request.query("limit", USUAL)).stream()
                        .map(ComplaintView::of)
                        .toList())));
    }

    private Answer show(ComplaintId id) {
        Optional<ComplaintDetail> detail = ports.desk()
                .transactions()
                .call(books -> books.complaints()
                        .look(id)
                        .map(complaint -> new ComplaintDetail(
                                ComplaintView.of(complaint),
                                complaint.facts().rules().ladder(),
                                books.complaints().events(id))));
        return detail.map(Answer::json).orElseGet(() -> unknown(id));
    }

    private ComplaintDesk.Wanted wanted(Request request) {
        return new ComplaintDesk.Wanted(
                request.key(),
                Category.valueOf(request.text("category")),
                Channel.valueOf(request.text("channel")),
                new Report(request.text("name"), request.text("number"), request.text("address"), request.text("text")),
                request.entered(),
                acting.self(request));
    }

    private Answer tell(Request request) {
        ComplaintId id = id(request);
        return switch (desk.tell(id, event(request, acting.self(request)))) {
            case ComplaintDesk.Told.Done() -> show(id);
            case ComplaintDesk.Told.Ignored(String reason) -> Answer.refused(Problem.conflict(reason));
            case ComplaintDesk.Told.NoSuchComplaint() -> unknown(id);
            case ComplaintDesk.Told.NoSuchStaff(String staff) ->
                Answer.refused(Problem.unknown("member of staff", staff));
        };
    }

    private static ComplaintEvent event(Request request, Actor by) {
        return switch (request.text("type")) {
            case "Noted" -> new ComplaintEvent.Noted(by, request.text("text"));
            case "Flagged" -> new ComplaintEvent.Flagged(by, Flag.valueOf(request.text("flag")), request.text("why"));
            case "Raised" ->
                new ComplaintEvent.Raised(by, request.body().path("step").asInt(), request.text("why"));
            case "Given" -> new ComplaintEvent.Given(by, new StaffId(request.text("owner")));
            case "Answered" ->
                new ComplaintEvent.Answered(
                        by, request.text("cause"), request.text("remedy"), request.text("prevention"));
            case "Objected" -> new ComplaintEvent.Objected(by, request.text("why"));
            case "Settled" -> new ComplaintEvent.Settled(by);
            case String other -> throw new IllegalStateException("the contract allowed an event '" + other + "'");
        };
    }

    private static Answer unknown(ComplaintId id) {
        return Answer.refused(Problem.unknown("complaint", id.toString()));
    }

    private static ComplaintId id(Request request) {
        return new ComplaintId(Long.parseLong(request.path("id")));
    }
}
