package wrenchline.gateway.storing;

import java.util.Arrays;

/**
 * The keys of a machine's newest readings (去重窗口), in the order of time and digest. It holds all that are added until it is
 * trimmed, so that nothing which came in the same batch ever has to be looked up elsewhere. What it does not hold is surely new when
 * it is after {@link #knowsAfter}.
 */
final class RecentKeys {

    private static final int FEWEST = 8;

    /** What is kept of a machine that sends a little. */
    private static final int USUAL = 64;

    /** What is kept of one that sends much. */
    private static final int MOST = 1024;

    /** Microseconds before the newest that are kept of one that sends much: it may send again what was not acknowledged. */
    private static final long RECENT = 1_000_000;

    private long[] times = new long[FEWEST];
    private long[] digests = new long[FEWEST];
    private int size;
    private long knowsAfter;

    /** @param knowsAfter microseconds; before it there may be readings that are not known here */
    RecentKeys(long knowsAfter) {
        this.knowsAfter = knowsAfter;
    }

    /** Every reading with a time after this one is among the keys. */
    long knowsAfter() {
        return knowsAfter;
    }

    /** Adds a key; false when it is there already. */
    boolean add(long at, long digest) {
        int place = place(at, digest);
        if (place < size && times[place] == at && digests[place] == digest) {
            return false;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            digests = Arrays.copyOf(digests, 2 * size);
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        System.arraycopy(digests, place, digests, place + 1, size - place);
        times[place] = at;
        digests[place] = digest;
        size++;
        return true;
    }

    /** Forgets the oldest of too many. */
    void trim() {
        if (size <= USUAL) {
            return;
        }
        int recent = place(times[size - 1] - RECENT, Long.MIN_VALUE);
        int forgotten = Math.max(size - MOST, Math.min(size - USUAL, recent));
        if (forgotten > 0) {
            knowsAfter = Math.max(knowsAfter, times[forgotten - 1]);
            times = without(times, forgotten);
            digests = without(digests, forgotten);
            size -= forgotten;
        }
    }

    /** What is left goes to the front, and the room of one burst is not held for ever. */
    private long[] without(long[] keys, int forgotten) {
        int left = size - forgotten;
        if (keys.length > 4 * left) {
            return Arrays.copyOf(Arrays.copyOfRange(keys, forgotten, size), 2 * left);
        }
        System.arraycopy(keys, forgotten, keys, 0, left);
        return keys;
    }

    /** Where a key is or belongs. Most are the newest, so the search begins at the end. */
    private int place(long at, long digest) {
        if (size == 0 || isBefore(size - 1, at, digest)) {
            return size;
        }
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(middle, at, digest)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int index, long at, long digest) {
        return times[index] < at || (times[index] == at && digests[index] < digest);
    }
}
