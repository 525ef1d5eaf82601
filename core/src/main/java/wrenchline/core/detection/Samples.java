package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Samples in what detectors write. */
final class Samples {

    private Samples() {}

    static void write(DataOutput out, Collection<Grounds.Sample> samples) throws IOException {
        out.writeInt(samples.size());
        for (Grounds.Sample sample : samples) {
            Times.write(out, sample.at());
            out.writeDouble(sample.value());
        }
    }

    static List<Grounds.Sample> read(DataInput in) throws IOException {
        int count = in.readInt();
        List<Grounds.Sample> samples = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            samples.add(new Grounds.Sample(Times.readOrMin(in), in.readDouble()));
        }
        return samples;
    }
}
