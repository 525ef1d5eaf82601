package wrenchline.prediction.score.cmapss;

import java.util.List;
import java.util.Map;
import wrenchline.prediction.life.LifeAlarm;
import wrenchline.prediction.life.LifeTraining.HeldOut;

/** The first ticket of each engine: early, 40 to 20 cycles before the failure, or late, which includes never. */
record Tickets(int early, int inTime, int late) {

    private static final int FIRST = 40;
    private static final int LAST = 20;
    private static final int ALARM = 30;

    static Tickets of(List<HeldOut> engines) {
        int early = 0;
        int late = 0;
        for (HeldOut engine : engines) {
            int left = leftAtTicket(engine.course());
            early += left > FIRST ? 1 : 0;
            late += left < LAST ? 1 : 0;
        }
        return new Tickets(early, engines.size() - early - late, late);
    }

    void addTo(Map<String, Double> values) {
        values.put("tickets 20 to 40 cycles ahead", inTime / (double) (early + inTime + late));
        values.put("tickets earlier", (double) early);
        values.put("tickets later or never", (double) late);
    }

    private static int leftAtTicket(double[] course) {
        LifeAlarm alarm = new LifeAlarm(ALARM);
        for (int t = 0; t < course.length; t++) {
            if (alarm.on(course[t])) {
                return course.length - 1 - t;
            }
        }
        return 0;
    }
}
