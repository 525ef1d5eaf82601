package wrenchline.store.series;

/** How finely history lies in a store (粒度): as it came, or summed up by the minute and by the hour. */
enum Grain {
    READING(1),
    MINUTE(60_000_000L),
    HOUR(3_600_000_000L);

    /** A part of a history is cut to whole units; with fewer than this many in it, too much of it would be rounded. */
    private static final long FEWEST_IN_A_PART = 4;

    private final long micros;

    Grain(long micros) {
        this.micros = micros;
    }

    /** The coarsest that serves for parts of {@code width} microseconds. */
    static Grain of(long width) {
        if (width >= FEWEST_IN_A_PART * HOUR.micros) {
            return HOUR;
        }
        return width >= FEWEST_IN_A_PART * MINUTE.micros ? MINUTE : READING;
    }

    long micros() {
        return micros;
    }

    /** The last beginning of a unit at or before {@code time}, in microseconds. */
    long floor(long time) {
        return time - Math.floorMod(time, micros);
    }

    /** The first beginning of a unit at or after {@code time}, in microseconds. */
    long ceil(long time) {
        return Math.ceilDiv(time, micros) * micros;
    }
}
