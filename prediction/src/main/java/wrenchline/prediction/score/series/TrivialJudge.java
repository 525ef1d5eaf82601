package wrenchline.prediction.score.series;

import java.time.Duration;
import java.util.Random;

/** Answers that need no data; a score is worth what it is above them. */
enum TrivialJudge implements Judge {
    /** An alarm that is always on, told again each day. */
    ALWAYS {
        @Override
        public Verdicts judge(Series series) {
            boolean[] events = new boolean[series.rows()];
            java.util.Arrays.fill(events, true);
            return new Verdicts(events, every(series, REMINDER));
        }
    },
    NEVER {
        @Override
        public Verdicts judge(Series series) {
            return new Verdicts(new boolean[series.rows()], new boolean[series.rows()]);
        }
    },
    /** Looks at the clock alone: an event each twentieth of the series. */
    CLOCK {
        @Override
        public Verdicts judge(Series series) {
            boolean[] events =
                    every(series, Duration.ofMillis((long) (series.days() * REMINDER.toMillis() / EVENTS) + 1));
            return new Verdicts(events, events);
        }
    },
    /** As many events at random rows. */
    RANDOM {
        @Override
        public Verdicts judge(Series series) {
            Random random = new Random(series.name().hashCode());
            boolean[] events = new boolean[series.rows()];
            for (int i = 0; i < EVENTS && events.length > 0; i++) {
                events[random.nextInt(events.length)] = true;
            }
            return new Verdicts(events, events);
        }
    };

    private static final Duration REMINDER = Duration.ofDays(1);
    private static final int EVENTS = 20;

    private static boolean[] every(Series series, Duration pause) {
        boolean[] events = new boolean[series.rows()];
        long last = Long.MIN_VALUE / 2;
        for (int row = 0; row < events.length; row++) {
            long at = series.times().get(row).toEpochMilli();
            if (at - last >= pause.toMillis()) {
                events[row] = true;
                last = at;
            }
        }
        return events;
    }
}
