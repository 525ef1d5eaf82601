package wrenchline.prediction.life;

/** What a prediction is made from: one row of numbers for each cycle of a trajectory, from that cycle and those before it alone. */
final class Features {

    private static final int BEGINNING = 20;
    private static final int[] SENSOR_MEANS = {10, 30};
    private static final int SENSOR_SLOPE = 40;
    private static final int[] WEAR_MEANS = {5, 10, 20, 40};
    private static final int[] WEAR_GROWTHS = {5, 10, 20, 40};
    private static final int[] BACK = {20, 40, 80};

    private final Windows[] sensors;
    private final Windows health;
    private final WearSums wear;
    private final int amounts;

    Features(Conditioned machine, HealthLine line, Wear wear) {
        this.health = line.of(machine);
        this.sensors = Windows.ofColumns(machine.deviating());
        this.wear = wear.sums(machine);
        this.amounts = wear.amounts();
    }

    double[] at(int cycle) {
        int perAmount = WEAR_MEANS.length + WEAR_GROWTHS.length + BACK.length + 2;
        double[] row = new double[1 + sensors.length * (SENSOR_MEANS.length + 2) + (amounts + 1) * perAmount];
        row[0] = cycle + 1;
        int next = 1;
        for (Windows sensor : sensors) {
            for (int width : SENSOR_MEANS) {
                row[next++] = sensor.mean(cycle, width);
            }
            row[next++] = sensor.slope(cycle, SENSOR_SLOPE);
            row[next++] = sensor.mean(cycle, 10) - sensor.beginning(cycle, BEGINNING);
        }
        next = putHealth(row, next, cycle);
        double[] now = wear.amounts(cycle, 10);
        double[] beginning = wear.amounts(Math.min(cycle, BEGINNING - 1), BEGINNING);
        for (int width : WEAR_MEANS) {
            next = put(row, next, wear.amounts(cycle, width));
        }
        for (int width : WEAR_GROWTHS) {
            next = put(
                    row,
                    next,
                    WearSums.minus(wear.amounts(cycle, width), wear.amounts(Math.max(0, cycle - width), width)));
        }
        for (int back : BACK) {
            next = put(row, next, WearSums.minus(now, wear.amounts(Math.max(0, cycle - back), 10)));
        }
        next = put(row, next, beginning);
        put(row, next, WearSums.minus(now, beginning));
        return row;
    }

    private int putHealth(double[] row, int at, int cycle) {
        int next = at;
        double now = health.mean(cycle, 10);
        double beginning = health.beginning(cycle, BEGINNING);
        for (int width : WEAR_MEANS) {
            row[next++] = health.mean(cycle, width);
        }
        for (int width : WEAR_GROWTHS) {
            row[next++] = health.slope(cycle, 2 * width);
        }
        for (int back : BACK) {
            row[next++] = now - health.mean(Math.max(0, cycle - back), 10);
        }
        row[next++] = beginning;
        row[next++] = now - beginning;
        return next;
    }

    private static int put(double[] row, int at, double[] values) {
        System.arraycopy(values, 0, row, at, values.length);
        return at + values.length;
    }
}
