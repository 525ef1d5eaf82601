package wrenchline.prediction.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Simulated machines in two regimes whose hidden wear grows ever faster until they fail; one sensor shows it in one regime alone. */
final class Fleet {

    private Fleet() {}

    static List<Trajectory> ofMachines(int count, long seed) {
        Random random = new Random(seed);
        List<Trajectory> machines = new ArrayList<>();
        for (int unit = 1; unit <= count; unit++) {
            int life = 120 + random.nextInt(120);
            double[][] settings = new double[life][];
            double[][] sensors = new double[life][];
            for (int t = 0; t < life; t++) {
                int regime = random.nextInt(2);
                double wear = Math.exp((t - life) / 40.0);
                settings[t] = new double[] {20 * regime + 0.01 * random.nextGaussian(), regime, 100};
                sensors[t] = new double[] {
                    500 + 80 * regime + 10 * wear + random.nextGaussian(),
                    30 - 5 * regime - 4 * wear + 0.5 * random.nextGaussian(),
                    7 + regime + 3 * wear * regime + 0.3 * random.nextGaussian(),
                    21
                };
            }
            machines.add(new Trajectory(unit, settings, sensors));
        }
        return machines;
    }
}
