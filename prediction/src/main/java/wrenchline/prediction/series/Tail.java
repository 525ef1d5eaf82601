package wrenchline.prediction.series;

import com.tdunning.math.stats.MergingDigest;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The upper tail of a stream of magnitudes: how rare is a value? By an exponential tail through the 90th and the 98th percentile of all
 * values so far (peaks over threshold, Siffer et al., KDD 2017, with shape zero). A t-digest keeps the percentiles; they are looked up
 * now and then, not at each value.
 */
final class Tail {

    private static final int COMPRESSION = 50;
    private static final int REFRESH = 100;
    private static final int OFTEN = 400;
    private static final double DECADES_AT_HIGH = -Math.log10(0.02);

    private final MergingDigest digest;
    private long count;
    private double middle;
    private double low;
    private double high;

    Tail() {
        this(new MergingDigest(COMPRESSION));
    }

    private Tail(MergingDigest digest) {
        this.digest = digest;
    }

    void add(double magnitude) {
        digest.add(magnitude);
        count++;
        if (count % REFRESH == 0 || (count < OFTEN && count % (1 + count / 16) == 0)) {
            middle = digest.quantile(0.5);
            low = digest.quantile(0.90);
            high = digest.quantile(0.98);
        }
    }

    /** The surprise in decades: 3 is one in a thousand. */
    double surprise(double magnitude) {
        if (count == 0 || digest.getMax() == 0) {
            return 0;
        }
        double decade = Math.max((high - low) / Math.log10(5), 1e-3 * high + Double.MIN_NORMAL);
        return Math.max(0, DECADES_AT_HIGH + (magnitude - high) / decade);
    }

    double middle() {
        return middle;
    }

    void write(DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(digest.byteSize());
        digest.asBytes(bytes);
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
