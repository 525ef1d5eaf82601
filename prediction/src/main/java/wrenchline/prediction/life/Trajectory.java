package wrenchline.prediction.life;

import java.util.Arrays;

/**
 * What was measured on one machine, cycle by cycle from its first (运行轨迹).
 *
 * @param unit number of the machine in its file
 * @param settings the operating condition of each cycle
 * @param sensors the readings of each cycle
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Trajectory(int unit, double[][] settings, double[][] sensors) {

    public int cycles() {
        return sensors.length;
    }

    /** What was known after the first {@code cycles}. */
    public Trajectory first(int cycles) {
        return new Trajectory(unit, Arrays.copyOf(settings, cycles), Arrays.copyOf(sensors, cycles));
    }
}
