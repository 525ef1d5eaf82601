package wrenchline.prediction.diagnosis;

/** Part {@code index} of {@code count} equal parts of a cycle; part 0 of 1 is all of it. */
record Window(int index, int count) {

    /** The points of all sensors within this part, sensor by sensor. */
    double[] cut(Cycle cycle) {
        double[] points = new double[length(cycle)];
        int at = 0;
        for (double[] curve : cycle.curves()) {
            int from = from(curve);
            System.arraycopy(curve, from, points, at, until(curve) - from);
            at += until(curve) - from;
        }
        return points;
    }

    /** Sums {@code points}, in the order of {@link #cut}, for each sensor of {@code cycle}. */
    double[] perSensor(Cycle cycle, double[] points) {
        double[] sums = new double[cycle.curves().size()];
        int at = 0;
        for (int sensor = 0; sensor < sums.length; sensor++) {
            double[] curve = cycle.curves().get(sensor);
            for (int point = from(curve); point < until(curve); point++) {
                sums[sensor] += points[at++];
            }
        }
        return sums;
    }

    private int length(Cycle cycle) {
        return cycle.curves().stream()
                .mapToInt(curve -> until(curve) - from(curve))
                .sum();
    }

    private int from(double[] curve) {
        return curve.length * index / count;
    }

    private int until(double[] curve) {
        return curve.length * (index + 1) / count;
    }
}
