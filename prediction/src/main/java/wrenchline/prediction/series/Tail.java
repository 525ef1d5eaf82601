package wrenchline.prediction.series;

import com.tdunning.math.stats.MergingDigest;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The upper tail of a stream of magnitudes: how rare is a value? Below the 98th percentile by a t-digest of all values so far, beyond it
 * by an exponential tail through the 90th and 98th percentile (peaks over threshold, Siffer et al., KDD 2017, with shape zero).
 */
final class Tail {

    private static final int COMPRESSION = 20;
    private static final int CENTROIDS = 2 * COMPRESSION + 30;
    private static final int BUFFER = 64;
    private static final int REFRESH = 32;
    private static final double DECADES_AT_HIGH = -Math.log10(0.02);

    private final MergingDigest digest;
    private long count;
    private double middle;
    private double low;
    private double high;

    Tail() {
        this(new MergingDigest(COMPRESSION, BUFFER, CENTROIDS));
    }

    private Tail(MergingDigest digest) {
        this.digest = digest;
    }

    void add(double magnitude) {
        digest.add(magnitude);
        count++;
        if (count % REFRESH == 0 || count < 2 * REFRESH) {
            middle = digest.quantile(0.5);
            low = digest.quantile(0.90);
            high = digest.quantile(0.98);
        }
    }

    /** The surprise in decades: 3 is one in a thousand. */
    double surprise(double magnitude) {
        if (count == 0) {
            return 0;
        }
        double decade = Math.max((high - low) / Math.log10(5), 1e-3 * Math.abs(high) + 1e-12);
        return Math.max(0, DECADES_AT_HIGH + (magnitude - high) / decade);
    }

    double middle() {
        return middle;
    }

    void write(DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(digest.smallByteSize());
        digest.asSmallBytes(bytes);
        out.writeLong(count);
        out.writeDouble(middle);
        out.writeDouble(low);
        out.writeDouble(high);
        out.writeInt(bytes.position());
        out.write(bytes.array(), 0, bytes.position());
    }

    static Tail read(DataInput in) throws IOException {
        long count = in.readLong();
        double middle = in.readDouble();
        double low = in.readDouble();
        double high = in.readDouble();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        Tail tail = count == 0 ? new Tail() : new Tail(MergingDigest.fromBytes(ByteBuffer.wrap(bytes)));
        tail.count = count;
        tail.middle = middle;
        tail.low = low;
        tail.high = high;
        return tail;
    }
}
