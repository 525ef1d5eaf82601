package wrenchline.bench;

import java.util.ArrayList;
import java.util.List;

/** What a simulated machine goes through: rows of the recording, one for each message; then the last cycles again and again. */
final class Script {

    private static final int CYCLE = 12;

    private final List<Recording.Row> rows;
    private final int repeatFrom;

    private Script(List<Recording.Row> rows, int repeatFrom) {
        this.rows = rows;
        this.repeatFrom = repeatFrom;
    }

    /** Stays healthy; {@code machine} decides where in the recording it begins, so that no two show the same curve. */
    static Script healthy(Recording recording, int machine) {
        List<Recording.Row> full = recording.rows(Recording.FULL);
        int begin = machine * CYCLE % full.size();
        List<Recording.Row> rows = new ArrayList<>(full.subList(begin, full.size()));
        rows.addAll(full.subList(0, begin));
        return new Script(rows, 0);
    }

    /** Two healthy cycles, three with the cooler reduced, then with the cooler failing. */
    static Script degrading(Recording recording) {
        List<Recording.Row> rows =
                new ArrayList<>(recording.rows(Recording.FULL).subList(0, 2 * CYCLE));
        rows.addAll(recording.rows(Recording.REDUCED).subList(0, 3 * CYCLE));
        int failing = rows.size();
        rows.addAll(recording.rows(Recording.FAILING));
        return new Script(rows, failing);
    }

    Recording.Row row(long step) {
        if (step < rows.size()) {
            return rows.get((int) step);
        }
        int repeated = rows.size() - repeatFrom;
        return rows.get(repeatFrom + (int) ((step - repeatFrom) % repeated));
    }
}
