package wrenchline.dashboard.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import wrenchline.core.desk.RosterDesk;
import wrenchline.core.duty.Absence;
import wrenchline.core.duty.StaffId;

/** Duty as a calendar to subscribe to, and calendars of leave to read (日历订阅). */
@SuppressWarnings("JavaUtilDate") // the library speaks it
public final class DutyCalendar {

    private static final int MOST = 1000;

    private DutyCalendar() {}

    /** The times of duty of {@code staff} as an iCalendar text. */
    public static String write(StaffId staff, String title, List<RosterDesk.Turn> turns, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Wrenchline//roster//EN");
        for (RosterDesk.Turn turn : turns) {
            VEvent event = new VEvent();
            event.setUid(staff + "-" + turn.from().getEpochSecond() + "@wrenchline");
            event.setDateTimeStamp(Date.from(now));
            event.setSummary(title);
            event.setDateStart(Date.from(turn.from()));
            event.setDateEnd(Date.from(turn.until()));
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    /**
     * The events of an iCalendar text as absences of {@code staff}, repeated ones until {@code until}; empty when it is none.
     *
     * @param zone of times that name none
     */
    public static Optional<List<Absence>> read(String text, StaffId staff, ZoneId zone, Instant until) {
        ICalendar calendar =
                Biweekly.parse(text).defaultTimezone(TimeZone.getTimeZone(zone)).first();
        if (calendar == null) {
            return Optional.empty();
        }
        List<Absence> absences = new ArrayList<>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getDateStart() != null) {
                add(absences, event, staff, zone, until);
            }
        }
        return Optional.of(absences);
    }

    private static void add(List<Absence> absences, VEvent event, StaffId staff, ZoneId zone, Instant until) {
        Duration length = length(event);
        String reason = event.getSummary() == null ? "" : event.getSummary().getValue();
        DateIterator starts = event.getDateIterator(TimeZone.getTimeZone(zone));
        while (starts.hasNext() && absences.size() < MOST) {
            Instant from = starts.next().toInstant();
            if (from.isAfter(until)) {
                return;
            }
            absences.add(new Absence(staff, from, from.plus(length), reason));
        }
    }

    /** As RFC 5545 has it: to the end, or for the duration, or the whole day. */
    private static Duration length(VEvent event) {
        Instant start = event.getDateStart().getValue().toInstant();
        if (event.getDateEnd() != null) {
            return Duration.between(start, event.getDateEnd().getValue().toInstant());
        }
        return event.getDuration() != null
                ? Duration.ofMillis(event.getDuration().getValue().toMillis())
                : Duration.ofDays(1);
    }
}
