package wrenchline.prediction.score.bearing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import wrenchline.prediction.bearing.BearingRun;
import wrenchline.prediction.score.Figures;

/**
 * Warnings for bearings that ran to their failure. A warning is useful when it begins at least 100 s before the end and within the last 30 % of
 * the life; one that begins before is early.
 */
record Warnings(int runs, int withUseful, int early, List<Double> leads) {

    private static final double LEAST_LEAD = 100;
    private static final double LAST_PART = 0.3;

    /** @param onsets the rows of a run at which a warning begins */
    static Warnings of(List<BearingRun> runs, Function<BearingRun, List<Integer>> onsets) {
        int withUseful = 0;
        int early = 0;
        List<Double> leads = new ArrayList<>();
        for (BearingRun run : runs) {
            double life = run.age(run.rows() - 1);
            List<Double> ahead = onsets.apply(run).stream().map(run::left).toList();
            early +=
                    (int) ahead.stream().filter(left -> left > LAST_PART * life).count();
            List<Double> useful = ahead.stream()
                    .filter(left -> left >= LEAST_LEAD && left <= LAST_PART * life)
                    .toList();
            if (!useful.isEmpty()) {
                withUseful++;
                leads.add(useful.getFirst());
            }
        }
        return new Warnings(runs.size(), withUseful, early, leads);
    }

    Figures figures(String judge) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        values.put("runs with a useful warning", withUseful / (double) runs);
        values.put("early warnings per run", early / (double) runs);
        values.put(
                "median lead, s",
                leads.stream().sorted().skip(leads.size() / 2).findFirst().orElse(Double.NaN));
        return new Figures(judge, values);
    }
}
