package wrenchline.store.series;

import io.questdb.cairo.wal.WalWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Throws a writer away that failed halfway, for instance because the disk is full. QuestDB 9.3 rolls it back and lends it again; it
 * then writes to where its memory was, and the process dies. One that is distressed it throws away.
 */
final class FailedWriter {

    private static final VarHandle DISTRESSED = distressed();

    private FailedWriter() {}

    /** Closes {@code writer} for good; what goes wrong meanwhile stands behind {@code failure}. What it committed stays. */
    static void discard(WalWriter writer, Throwable failure) {
        DISTRESSED.set(writer, true);
        try {
            writer.close();
        } catch (RuntimeException | Error worse) {
            if (!worse.equals(failure)) {
                failure.addSuppressed(worse);
            }
        }
    }

    private static VarHandle distressed() {
        try {
            Class<?> base = WalWriter.class.getSuperclass();
            return MethodHandles.privateLookupIn(base, MethodHandles.lookup())
                    .findVarHandle(base, "distressed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("finding how this version of QuestDB marks a failed writer", e);
        }
    }
}
