package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wrenchline.core.desk.RosterDesk;
import wrenchline.core.duty.Absence;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.Substitution;
import wrenchline.dashboard.calendar.DutyCalendar;
import wrenchline.dashboard.wire.ListOf;

/** Who is on duty, the proof that somebody is, and leave and overrides. */
final class DutyRoutes {

    private static final int USUAL_DAYS = 30;
    private static final Duration YEAR = Duration.ofDays(366);

    private final RosterDesk roster;
    private final Ports ports;

    DutyRoutes(Ports ports) {
        this.ports = ports;
        this.roster = new RosterDesk(ports.desk());
    }

    void mount(Api api) {
        api.on("getOnDuty", this::onDuty);
        api.on("checkCoverage", request -> Answer.json(roster.coverage(days(request))));
        api.on(
                "listStretches",
                request -> Answer.json(ListOf.all(roster.stretches(moment(request, "from"), days(request)))));
        api.on("addAbsence", this::absence);
        api.on("overrideDuty", this::substitution);
        api.on("getDutyCalendar", this::calendar);
        api.on("addLeaveCalendar", this::leave);
    }

    private Answer onDuty(Request request) {
        return Answer.json(roster.onDuty(moment(request, "at")));
    }

    private Instant moment(Request request, String name) {
        return request.query(name)
                .map(text -> Request.time(name, text))
                .orElseGet(ports.desk().clock()::instant);
    }

    private Answer absence(Request request) {
        if (!from(request).isBefore(until(request))) {
            return Answer.refused(Problem.invalid("'until' is not after 'from'."));
        }
        Absence absence =
                new Absence(new StaffId(request.text("staff")), from(request), until(request), request.text("reason"));
        return added(absence.from(), roster.add(List.of(absence)));
    }

    private Answer substitution(Request request) {
        if (!from(request).isBefore(until(request))) {
            return Answer.refused(Problem.invalid("'until' is not after 'from'."));
        }
        List<StaffId> order = new ArrayList<>();
        request.body().path("order").forEach(one -> order.add(new StaffId(one.asText())));
        Substitution substitution = new Substitution(from(request), until(request), order, request.text("reason"));
        return added(substitution.from(), roster.add(substitution));
    }

    private Answer added(Instant from, Optional<StaffId> stranger) {
        return stranger.<Answer>map(staff -> Answer.refused(Problem.unknown("member of staff", staff.toString())))
                .orElseGet(() -> Answer.json(roster.onDuty(from)));
    }

    private Answer calendar(Request request) {
        StaffId staff = new StaffId(request.path("staff"));
        String text = DutyCalendar.write(
                staff,
                "Wrenchline: " + staff,
                roster.turns(staff, days(request)),
                ports.desk().clock().instant());
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        return new Answer.Download("text/calendar; charset=utf-8", staff + ".ics", Tags.of(file), Buffer.buffer(file));
    }

    private Answer leave(Request request) {
        StaffId staff = new StaffId(request.path("staff"));
        String text = request.file().toString(StandardCharsets.UTF_8);
        Optional<List<Absence>> absences = DutyCalendar.read(
                text, staff, roster.zone(), ports.desk().clock().instant().plus(YEAR));
        if (absences.isEmpty()) {
            return Answer.refused(Problem.invalid("The body is no iCalendar."));
        }
        return roster.add(absences.get())
                .<Answer>map(stranger -> Answer.refused(Problem.unknown("member of staff", stranger.toString())))
                .orElseGet(() -> Answer.json(ListOf.all(absences.get())));
    }

    private static Duration days(Request request) {
        return Duration.ofDays(request.query("days", USUAL_DAYS));
    }

    private static Instant from(Request request) {
        return request.time("from");
    }

    private static Instant until(Request request) {
        return request.time("until");
    }
}
