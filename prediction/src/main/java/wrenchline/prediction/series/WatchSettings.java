package wrenchline.prediction.series;

import java.time.Duration;

/**
 * How a {@link MachineWatch} decides. Nothing of it is part of a snapshot: it can be changed between two runs.
 *
 * @param eventSurprise from which surprise on a reading is an event, in decades; an event is told, but disturbs nobody
 * @param ticketSurprise from which surprise on an event becomes a ticket, in decades: 4 is what is seen once in 10,000 readings of a
 *     machine that is well. An engineer's verdicts move it
 * @param learningReadings readings of a new machine before it is judged at all
 * @param learningTime event time of a new machine before it is judged at all
 * @param reminder after which event time a standing event is told again
 */
public record WatchSettings(
        double eventSurprise, double ticketSurprise, int learningReadings, Duration learningTime, Duration reminder) {

    public WatchSettings {
        if (!(eventSurprise > 0)
                || !(ticketSurprise > 0)
                || learningReadings < 1
                || learningTime.isNegative()
                || !reminder.isPositive()) {
            throw new IllegalArgumentException(
                    "settings of a watch: surprise " + eventSurprise + " and " + ticketSurprise + ", learning "
                            + learningReadings + " readings and " + learningTime + ", reminder " + reminder);
        }
    }

    /** The one frozen setting, which all scores in docs/foresight.md were measured with. */
    public static WatchSettings standard() {
        return new WatchSettings(4.1, 5.1, 150, Duration.ZERO, Duration.ofDays(1));
    }

    public WatchSettings withTicketSurprise(double decades) {
        return new WatchSettings(eventSurprise, decades, learningReadings, learningTime, reminder);
    }

    public WatchSettings withLearningTime(Duration time) {
        return new WatchSettings(eventSurprise, ticketSurprise, learningReadings, time, reminder);
    }
}
