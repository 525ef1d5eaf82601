package wrenchline.gateway.storing;

import java.util.Arrays;

/**
 * The keys of a machine's last readings (去重窗口). What it does not hold is surely new when it is after {@link #knowsAfter}, and has
 * to be looked up otherwise.
 */
final class RecentKeys {

    private static final int FEWEST = 8;
    private static final int MOST = 64;

    /** Time and digest of each, by turns. */
    private long[] keys = new long[2 * FEWEST];

    private int size;
    private int next;
    private long knowsAfter;

    /** @param knowsAfter microseconds; before it there may be readings that are not known here */
    RecentKeys(long knowsAfter) {
        this.knowsAfter = knowsAfter;
    }

    /** Every reading with a time after this one is among the keys. */
    long knowsAfter() {
        return knowsAfter;
    }

    boolean holds(long at, long digest) {
        for (int index = 0; index < 2 * size; index += 2) {
            if (keys[index] == at && keys[index + 1] == digest) {
                return true;
            }
        }
        return false;
    }

    void add(long at, long digest) {
        if (size < MOST && 2 * size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
        }
        if (size == MOST) {
            knowsAfter = Math.max(knowsAfter, keys[2 * next]);
        } else {
            size++;
        }
        keys[2 * next] = at;
        keys[2 * next + 1] = digest;
        next = (next + 1) % MOST;
    }
}
