package wrenchline.store.archive;

import java.time.Instant;
import java.util.List;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.Judgement;
import wrenchline.core.promise.PromiseId;
import wrenchline.store.sql.JournalLine;

/** The journal of one promise as it stands in an archive; its file is named by the promise. */
record Journal(PromiseId promise, List<JournalLine> lines) {
    Journal {
        lines = List.copyOf(lines);
    }

    static final String FOLDER = "journals/";
    static final String ENDING = ".jsonl";

    static String file(PromiseId promise) {
        return FOLDER + promise + ENDING;
    }

    List<Evidence> evidence() {
        return lines.stream().map(JournalLine::evidence).toList();
    }

    /** What it proves, as far as it goes. */
    Judgement judgement(Instant until) {
        return Judgement.of(evidence(), until);
    }
}
