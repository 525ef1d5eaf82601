package wrenchline.store.series;

import io.questdb.cairo.CommitMode;
import io.questdb.cairo.DefaultCairoConfiguration;
import java.nio.file.Path;

/** Where QuestDB differs from its defaults. */
final class QuestConfiguration extends DefaultCairoConfiguration {

    private static final long SMALLEST_PART = 4 << 20;
    private static final int MOST_PARTS = 100;

    QuestConfiguration(Path database) {
        super(database.toString());
    }

    @Override
    public int getCommitMode() {
        return CommitMode.SYNC;
    }

    /** What comes a little out of order makes the newest part of a partition be written again; so let it be small. */
    @Override
    public long getPartitionO3SplitMinSize() {
        return SMALLEST_PART;
    }

    @Override
    public int getO3LastPartitionMaxSplits() {
        return MOST_PARTS;
    }
}
