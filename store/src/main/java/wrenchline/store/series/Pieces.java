package wrenchline.store.series;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * What a stretch of history is put together from: what is summed up where that is complete, and the readings themselves at the ends
 * and in hours that are still open.
 */
final class Pieces {

    private final NavigableSet<Long> open;
    private final Kept kept;
    private final List<Piece> pieces = new ArrayList<>();

    private Pieces(NavigableSet<Long> open, Kept kept) {
        this.open = open;
        this.kept = kept;
    }

    /** From where on each grain is still kept, in microseconds since the epoch; before it, what retention has left is coarser. */
    record Kept(long readings, long minutes) {}

    /** {@code [from, to)} in microseconds, to be read in {@code grain}. */
    record Piece(Grain grain, long from, long to) {}

    /**
     * The pieces of {@code buckets}, in order, without gap or overlap.
     *
     * @param open beginnings of the hours that are not summed up
     */
    static List<Piece> of(Buckets buckets, NavigableSet<Long> open, Kept kept) {
        Pieces pieces = new Pieces(open, kept);
        Grain grain = buckets.grain();
        long first = grain.ceil(buckets.from());
        long last = grain.floor(buckets.to());
        if (grain == Grain.READING || first >= last) {
            pieces.add(Grain.READING, buckets.from(), buckets.to());
        } else {
            pieces.add(Grain.READING, buckets.from(), first);
            pieces.addClosed(grain, first, last);
            pieces.add(Grain.READING, last, buckets.to());
        }
        return pieces.pieces;
    }

    private void addClosed(Grain grain, long from, long to) {
        long at = from;
        for (long hour : open.subSet(Grain.HOUR.floor(from), to)) {
            long begin = Math.max(from, hour);
            long end = Math.min(to, hour + Grain.HOUR.micros());
            add(grain, at, begin);
            add(Grain.READING, begin, end);
            at = end;
        }
        add(grain, at, to);
    }

    /** What retention has taken is read in the next grain that is left. */
    private void add(Grain wanted, long from, long to) {
        long begins = switch (wanted) {
            case READING -> kept.readings;
            case MINUTE -> kept.minutes;
            case HOUR -> Long.MIN_VALUE;
        };
        long cut = Math.clamp(begins, from, to);
        if (cut > from) {
            add(wanted == Grain.READING ? Grain.MINUTE : Grain.HOUR, from, cut);
        }
        append(wanted, cut, to);
    }

    private void append(Grain grain, long from, long to) {
        if (from >= to) {
            return;
        }
        Piece before = pieces.isEmpty() ? null : pieces.getLast();
        if (before != null && before.grain() == grain && before.to() == from) {
            pieces.removeLast();
            pieces.add(new Piece(grain, before.from(), to));
        } else {
            pieces.add(new Piece(grain, from, to));
        }
    }
}
