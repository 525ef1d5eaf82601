package wrenchline.prediction.series;

import java.io.DataOutput;
import java.io.IOException;

/** One way to judge the channels of a machine. */
sealed interface Watch permits SeriesWatch, GroupWatch {

    /** Judges one reading, then learns it. */
    Surprise on(long at, double[] values);

    /** Whether news may come while what was told still stands: of a single series yes, of a machine that is out of order anyway no. */
    boolean repeats();

    void write(DataOutput out) throws IOException;

    /** By how many decades events and tickets may be commoner than {@link WatchSettings} says. */
    double leeway();
}
