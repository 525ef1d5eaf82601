package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What is normal is 100 bar, give or take; it learns how often it was asked. */
final class FarFrom implements Normality {

    private boolean away;
    private int seen;

    @Override
    public Assessment on(Instant at, double[] values) {
        seen++;
        double score = Math.min(1, Math.abs(values[1] - 100) / 100);
        boolean onset = score >= 0.5 && !away;
        away = score >= 0.5;
        return new Assessment(
                score,
                onset,
                List.of(new Grounds.Contribution("pressure", 0.9), new Grounds.Contribution("oil_temp", 0.1)));
    }

    int seen() {
        return seen;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(seen);
        out.writeBoolean(away);
    }

    @Override
    public void read(DataInput in) throws IOException {
        seen = in.readInt();
        away = in.readBoolean();
    }
}
