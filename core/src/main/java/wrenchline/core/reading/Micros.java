package wrenchline.core.reading;

import java.time.Instant;

/** Times as readings have them: whole microseconds since the epoch. */
public final class Micros {

    private static final long SECOND = 1_000_000;

    private Micros() {}

    /**
     * What is finer is cut off.
     *
     * @throws ArithmeticException some 292,000 years from now or ago
     */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }
}
