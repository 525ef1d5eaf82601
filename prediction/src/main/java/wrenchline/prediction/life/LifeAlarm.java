package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Says once when a machine is about so many cycles from its failure (寿命预警), and again only after it was far from it. */
public final class LifeAlarm {

    private final double cycles;
    private double before = Double.MAX_VALUE;
    private boolean standing;

    /** @param cycles from which on it is alarming */
    public LifeAlarm(double cycles) {
        this.cycles = cycles;
    }

    /** Takes the cycles left that are expected now; true where a ticket is due: below the limit, and the cycle before close to it. */
    public boolean on(double left) {
        boolean due = !standing && left <= cycles && before <= cycles + 2;
        standing = due || (standing && left < 2 * cycles);
        before = left;
        return due;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(before);
        out.writeBoolean(standing);
    }

    void read(DataInput in) throws IOException {
        before = in.readDouble();
        standing = in.readBoolean();
    }
}
