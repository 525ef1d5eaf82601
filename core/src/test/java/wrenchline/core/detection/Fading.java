package wrenchline.core.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import wrenchline.core.equipment.AgeingPart;

/** Has as many cycles left as the mean of its only sensor says, give or take a tenth. */
final class Fading implements Ageing {

    private final AgeingPart part;
    private boolean told;

    Fading(AgeingPart part) {
        this.part = part;
    }

    @Override
    public Left on(double[] settings, double[] sensors) {
        double left = sensors[0];
        boolean alarming = left <= part.alarm() && !told;
        told |= alarming;
        return new Left(left, 0.9 * left, 1.1 * left, alarming);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(told);
    }

    @Override
    public void read(DataInput in) throws IOException {
        told = in.readBoolean();
    }
}
