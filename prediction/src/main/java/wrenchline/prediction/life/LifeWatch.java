package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches one machine age (寿命监视), cycle by cycle from its first. Owned by one thread. Of a machine that lives longer than
 * {@value #MOST} cycles the first twenty and the newest are kept, which is all that the model looks at but the age.
 */
public final class LifeWatch {

    private static final int MOST = 1000;
    private static final int BEGINNING = 20;
    private static final int NO_UNIT = 0;

    private final LifeModel model;
    private final LifeAlarm alarm;
    private final Recollection recollection = new Recollection();
    private final List<double[]> settings = new ArrayList<>();
    private final List<double[]> sensors = new ArrayList<>();

    /** @param cycles from which on it is alarming */
    public LifeWatch(LifeModel model, double cycles) {
        this.model = model;
        this.alarm = new LifeAlarm(cycles);
    }

    /** @param alarming whether a ticket is due */
    public record Assessment(LifeForecast forecast, boolean alarming) {}

    /** Takes the next cycle; settings and sensors in the order of the model's training. */
    public Assessment on(double[] settingsOfCycle, double[] sensorsOfCycle) {
        settings.add(settingsOfCycle.clone());
        sensors.add(sensorsOfCycle.clone());
        if (sensors.size() > MOST) {
            settings.remove(BEGINNING);
            sensors.remove(BEGINNING);
        }
        LifeForecast forecast = model.forecast(
                new Trajectory(NO_UNIT, settings.toArray(double[][]::new), sensors.toArray(double[][]::new)),
                recollection);
        return new Assessment(forecast, alarm.on(forecast.expected()));
    }

    /** Writes all but the model; {@link #read} goes on from there. */
    public void write(DataOutput out) throws IOException {
        Numbers.writeAll(out, settings.toArray(double[][]::new));
        Numbers.writeAll(out, sensors.toArray(double[][]::new));
        alarm.write(out);
    }

    /** To be called before anything else. */
    public void read(DataInput in) throws IOException {
        settings.addAll(List.of(Numbers.readAll(in)));
        sensors.addAll(List.of(Numbers.readAll(in)));
        alarm.read(in);
    }
}
