package wrenchline.prediction.score.series;

import wrenchline.prediction.series.Assessment;
import wrenchline.prediction.series.MachineWatch;
import wrenchline.prediction.series.WatchSettings;

/** The detector of the product, as it runs on every machine. */
final class WatchJudge implements Judge {

    private static final double EVENT = 0.5;

    @Override
    public String name() {
        return "wrenchline";
    }

    @Override
    public Verdicts judge(Series series) {
        MachineWatch watch = new MachineWatch(series.channels(), WatchSettings.standard());
        boolean[] events = new boolean[series.rows()];
        boolean[] tickets = new boolean[series.rows()];
        for (int row = 0; row < series.rows(); row++) {
            Assessment assessment =
                    watch.on(series.times().get(row), series.values().get(row));
            events[row] = assessment.score() >= EVENT;
            tickets[row] = assessment.onset();
        }
        return new Verdicts(events, tickets);
    }
}
