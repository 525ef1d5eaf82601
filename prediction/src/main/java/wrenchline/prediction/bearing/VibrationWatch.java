package wrenchline.prediction.bearing;

import java.util.Arrays;

/**
 * Watches the vibration of one machine (振动监视): warns when a quarter of its features or more have left their own recent past by ten times its
 * scatter, and again only after they calmed down. Needs no training, no units and no names of features; a plateau that lasts becomes the new
 * past, so that running in is not a failure for ever. Some 2.5 KiB a feature. For one thread.
 */
public final class VibrationWatch {

    /** Snapshots before the first warning. */
    private static final int LEARNING = 60;

    private static final double RAISED = 10;
    private static final double CALM = RAISED / 2;
    private static final double SHARE_BELOW = 0.75;

    private final Past[] pasts;
    private int taken;
    private boolean standing;

    public VibrationWatch(int features) {
        pasts = new Past[features];
        Arrays.setAll(pasts, _ -> new Past());
    }

    /** What a snapshot says: {@code onset} where a warning begins, {@code standing} while it lasts, {@code rise} in scatters. */
    public record State(double rise, boolean onset, boolean standing) {}

    /** Takes the next snapshot; a feature that is missing keeps its past. */
    public State on(double[] features) {
        double[] rises = new double[pasts.length];
        for (int f = 0; f < pasts.length; f++) {
            if (Double.isFinite(features[f])) {
                pasts[f].add(features[f]);
            }
            rises[f] = pasts[f].rise();
        }
        Arrays.sort(rises);
        double rise = rises[(int) (SHARE_BELOW * (rises.length - 1))];
        taken++;
        boolean onset = !standing && taken > LEARNING && rise > RAISED;
        standing = onset || (standing && rise > CALM);
        return new State(rise, onset, standing);
    }
}
