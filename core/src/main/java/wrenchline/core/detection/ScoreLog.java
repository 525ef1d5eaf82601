package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The highest score of each few minutes of the last day. */
final class ScoreLog {

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int MOST = 144;

    private final SampleRing highest = new SampleRing(MOST);

    void add(long at, double score) {
        if (highest.isEmpty() || Times.passed(highest.newestAt(), at, STEP)) {
            highest.add(at, score);
        } else if (score > highest.newest()) {
            highest.correctNewest(score);
        }
    }

    List<Grounds.Sample> all() {
        return highest.all();
    }

    void write(DataOutput out) throws IOException {
        highest.write(out);
    }

    void read(DataInput in) throws IOException {
        highest.read(in);
    }
}
