package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The highest score of each few minutes of the last day. */
final class ScoreLog {

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int MOST = 144;

    private final Deque<Grounds.Sample> highest = new ArrayDeque<>();

    void add(Instant at, double score) {
        Grounds.Sample last = highest.peekLast();
        if (last != null && !Times.passed(last.at(), at, STEP)) {
            if (score > last.value()) {
                highest.removeLast();
                highest.addLast(new Grounds.Sample(last.at(), score));
            }
            return;
        }
        highest.addLast(new Grounds.Sample(at, score));
        if (highest.size() > MOST) {
            highest.removeFirst();
        }
    }

    List<Grounds.Sample> all() {
        return List.copyOf(highest);
    }

    void write(DataOutput out) throws IOException {
        Samples.write(out, highest);
    }

    void read(DataInput in) throws IOException {
        highest.clear();
        highest.addAll(Samples.read(in));
    }
}
