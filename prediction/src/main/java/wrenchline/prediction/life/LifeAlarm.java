package wrenchline.prediction.life;

/** Says once when a machine is about {@value #CYCLES} cycles from its failure (寿命预警), and again only after it was far from it. */
public final class LifeAlarm {

    private static final double CYCLES = 30;
    private static final double FAR = 2 * CYCLES;

    private double before = Double.MAX_VALUE;
    private boolean standing;

    /** Takes the cycles left that are expected now; true where a ticket is due: below the limit, and the cycle before close to it. */
    public boolean on(double left) {
        boolean due = !standing && left <= CYCLES && before <= CYCLES + 2;
        standing = due || (standing && left < FAR);
        before = left;
        return due;
    }
}
