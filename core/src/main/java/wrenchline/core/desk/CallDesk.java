package wrenchline.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Concern;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.complaint.Category;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.duty.Duty;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.equipment.Severity;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.Promise;
import wrenchline.core.ticket.Channel;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Tracked;

/** Takes what a caller reported. */
public final class CallDesk {

    /** The failure mode of a ticket that began with a call and was not examined yet. */
    public static final String REPORTED_BY_CALLER = "REPORTED_BY_CALLER";

    /** The same where somebody is in danger. */
    public static final String EMERGENCY = "EMERGENCY";

    /** In the place of a failure mode where a caller reports none: parts and consumables, training, a complaint. */
    public static final String PARTS_WANTED = "PARTS_WANTED";

    public static final String TRAINING_WANTED = "TRAINING_WANTED";
    public static final String COMPLAINT = "COMPLAINT";

    private final Desk desk;

    public CallDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * What a caller reports.
     *
     * @param number where the caller wants to be called
     * @param equipmentCode as keyed in; empty when skipped
     * @param began when the call came in: the clock starts there
     */
    public record Report(
            CallId call, String number, String language, String equipmentCode, Concern concern, Instant began) {

        String dialled() {
            return PhoneNumber.normalise(number);
        }

        /** Of which only one ticket can be open: an emergency joins the fault. */
        String key() {
            return "caller/" + dialled()
                    + switch (concern) {
                        case NONE, FAULT, EMERGENCY, PROGRESS, PERSON -> "";
                        case PARTS -> "/parts";
                        case TRAINING -> "/training";
                        case QUALITY_COMPLAINT, PACKAGING_COMPLAINT, CONDUCT_COMPLAINT, DEALER_COMPLAINT ->
                            "/complaint";
                    };
        }
    }

    /** Whether a ticket of this failure mode reports no fault, so that nobody has to come. */
    static boolean isRequest(String failureMode) {
        return Set.of(PARTS_WANTED, TRAINING_WANTED, COMPLAINT).contains(failureMode);
    }

    /** The keys of all tickets that calls about {@code number} can lead to. */
    public static List<String> keys(String number) {
        String fault = "caller/" + PhoneNumber.normalise(number);
        return List.of(fault, fault + "/parts", fault + "/training", fault + "/complaint");
    }

    /**
     * What the caller is told.
     *
     * @param deadline until when we call back
     * @param joined whether the call joined a ticket that was open; its clock runs on
     * @param complaint its number when the call is a complaint, otherwise null
     */
    public record Taken(
            TicketId ticket,
            Instant deadline,
            boolean joined,
            @Nullable ComplaintId complaint) {}

    /**
     * Opens a ticket with its promises and the callback, or joins the open one of the same number and kind, whose clock runs on;
     * registers a complaint. Reporting the same call again changes nothing.
     */
    public Taken report(Report report) {
        String dialled = report.dialled();
        if (dialled.isEmpty()) {
            throw new IllegalArgumentException(
                    "reporting call " + report.call() + ": '" + report.number() + "' is no number to call");
        }
        return desk.transactions().call(books -> {
            Turn turn = new Turn(desk, books, desk.clock().instant());
            var received = new Evidence.CallReceived(report.call().value(), report.number(), dialled, report.began());
            var open = books.tickets().openFor(report.key());
            Promise promise =
                    open.isPresent() ? join(turn, open.get(), received, report) : open(turn, received, report);
            ComplaintId complaint = Category.of(report.concern())
                    .map(category -> complaint(turn, category, promise.ticket(), report))
                    .orElse(null);
            return new Taken(promise.ticket(), promise.deadline(), open.isPresent(), complaint);
        });
    }

    private static Promise join(
            Turn turn, Tracked<Ticket, TicketState> open, Evidence.CallReceived received, Report report) {
        Ticket ticket = open.facts();
        boolean known =
                ticket.origin() instanceof Origin.Telephone(CallId first, var unused) && first.equals(report.call());
        if (!known) {
            turn.ticket(open, new TicketEvent.CalledAgain(report.call()));
        }
        Books books = turn.books();
        Optional<Tracked<Callback, CallbackState>> owed = books.callbacks().openFor(ticket.id());
        if (owed.isEmpty()) {
            return new Opening(turn).callback(ticket, received, report);
        }
        if (report.concern() == Concern.EMERGENCY && !known) {
            List<StaffMember> everybody = new Duty(books.rosters().current()).reach(Rung.Target.EVERYBODY, turn.now());
            turn.callback(owed.get(), new CallbackEvent.Alarmed(everybody));
        }
        return books.promises().find(owed.get().facts().promise()).orElseThrow().facts();
    }

    private static Promise open(Turn turn, Evidence.CallReceived received, Report report) {
        Books books = turn.books();
        Equipment equipment = report.equipmentCode().isEmpty()
                ? null
                : books.register().byPhoneCode(report.equipmentCode()).orElse(null);
        Customer customer = books.register().byPhone(received.number()).orElse(null);
        Ticket ticket = new Ticket(
                books.tickets().next(),
                report.key(),
                equipment == null ? null : equipment.id(),
                customer == null ? null : customer.id(),
                failureMode(report.concern()),
                severity(report.concern()),
                new Origin.Telephone(report.call(), received.number()),
                received.at());
        Opening opening = new Opening(turn);
        opening.ticket(ticket);
        return opening.callback(ticket, received, report);
    }

    private static ComplaintId complaint(Turn turn, Category category, TicketId ticket, Report report) {
        Books books = turn.books();
        return books.complaints()
                .of(report.call())
                .map(known -> known.facts().id())
                .orElseGet(() -> new Complaining(turn)
                        .enter(new Complaint(
                                books.complaints().next(),
                                category,
                                ticket,
                                report.call(),
                                Channel.PHONE,
                                "",
                                report.dialled(),
                                books.register()
                                        .byPhone(report.dialled())
                                        .map(Customer::id)
                                        .orElse(null),
                                "",
                                report.began(),
                                turn.desk().policy().complaintRules())));
    }

    private static String failureMode(Concern concern) {
        return switch (concern) {
            case NONE, FAULT, PROGRESS, PERSON -> REPORTED_BY_CALLER;
            case EMERGENCY -> EMERGENCY;
            case PARTS -> PARTS_WANTED;
            case TRAINING -> TRAINING_WANTED;
            case QUALITY_COMPLAINT, PACKAGING_COMPLAINT, CONDUCT_COMPLAINT, DEALER_COMPLAINT -> COMPLAINT;
        };
    }

    private static Severity severity(Concern concern) {
        return switch (concern) {
            case EMERGENCY -> Severity.CRITICAL;
            case NONE, FAULT, PROGRESS, PERSON -> Severity.MAJOR;
            case PARTS, TRAINING, QUALITY_COMPLAINT, PACKAGING_COMPLAINT, CONDUCT_COMPLAINT, DEALER_COMPLAINT ->
                Severity.MINOR;
        };
    }
}
