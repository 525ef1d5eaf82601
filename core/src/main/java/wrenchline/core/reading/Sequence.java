package wrenchline.core.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * What a controller's own counter tells (序号连续性): which of its readings never came.
 *
 * @param top the highest number of the present count; {@link Reading#NO_SEQ} before the first
 * @param gaps numbers that have not come yet, lowest first, without overlap; of very many the oldest are given up
 * @param recovered numbers that were missing once and came late
 * @param lost numbers that are not waited for any more: the controller began to count anew, or there were too many gaps
 * @param restarts how often the controller began to count anew
 */
public record Sequence(long top, List<Gap> gaps, long recovered, long lost, long restarts) {

    /** Nothing was heard. */
    public static final Sequence NONE = new Sequence(Reading.NO_SEQ, List.of(), 0, 0, 0);

    private static final int MOST_GAPS = 100;

    /** A larger leap is a new count and no loss. */
    private static final long LARGEST_GAP = 1_000_000;

    /** How far numbers may be out of order before a small one is taken for a new count. */
    private static final long DISORDER = 1_000;

    /** Numbers that have not come, both ends included. */
    public record Gap(long first, long last) {
        long count() {
            return last - first + 1;
        }
    }

    public Sequence {
        gaps = List.copyOf(gaps);
    }

    /** Numbers that are waited for. */
    public long missing() {
        return gaps.stream().mapToLong(Gap::count).sum();
    }

    /**
     * With {@code number}, of a reading that is no duplicate.
     *
     * @param newer whether its event time, set by the controller, is after that of all before it: a lower number is a new count
     *     then. Where the product set the time, order tells nothing and only a large step back does.
     */
    public Sequence with(long number, boolean newer) {
        if (number == Reading.NO_SEQ) {
            return this;
        }
        if (top == Reading.NO_SEQ || number == top + 1) {
            return new Sequence(number, gaps, recovered, lost, restarts);
        }
        if (number > top) {
            return number - top > LARGEST_GAP ? restarted(number) : leaped(number);
        }
        boolean anew = newer || top - number > DISORDER || (number <= 1 && top > 2);
        return anew ? restarted(number) : filled(number);
    }

    private Sequence leaped(long number) {
        List<Gap> more = new ArrayList<>(gaps);
        more.add(new Gap(top + 1, number - 1));
        long givenUp = more.size() > MOST_GAPS ? more.removeFirst().count() : 0;
        return new Sequence(number, more, recovered, lost + givenUp, restarts);
    }

    private Sequence restarted(long number) {
        return new Sequence(number, List.of(), recovered, lost + missing(), restarts + 1);
    }

    private Sequence filled(long number) {
        List<Gap> left = new ArrayList<>(gaps.size() + 1);
        boolean found = false;
        for (Gap gap : gaps) {
            if (number < gap.first() || number > gap.last()) {
                left.add(gap);
                continue;
            }
            found = true;
            if (number > gap.first()) {
                left.add(new Gap(gap.first(), number - 1));
            }
            if (number < gap.last()) {
                left.add(new Gap(number + 1, gap.last()));
            }
        }
        return found ? new Sequence(top, left, recovered + 1, lost, restarts) : this;
    }
}
