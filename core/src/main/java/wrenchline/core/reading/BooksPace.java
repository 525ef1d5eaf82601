package wrenchline.core.reading;

import java.time.Duration;

/** How far the books may lie behind the history (记账节拍), for who writes them and for who compares the two. */
public final class BooksPace {

    private static final Duration A_MACHINE = Duration.ofMillis(1);

    /** Of rest between two entries in the books. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    /** To write rows of twenty thousand machines on a slow disk, beside much else. */
    private static final Duration WRITING = Duration.ofSeconds(3);

    private BooksPace() {}

    /**
     * How long to rest between two entries: longer when there is a row for each of many machines.
     *
     * @param least when there is but one
     */
    public static Duration rest(Duration least, int machines) {
        Duration rest = least.plus(A_MACHINE.multipliedBy(machines));
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }

    /** After so long the books have what was in the history before: the entry that was being written, the rest, and the next one. */
    public static Duration patience() {
        return WRITING.plus(LONGEST).plus(WRITING);
    }
}
