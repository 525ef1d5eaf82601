package wrenchline.prediction.diagnosis;

import java.util.List;

/** One working cycle (工作循环): the curve of each sensor, evenly sampled from its start to its end. */
public record Cycle(List<double[]> curves) {

    public Cycle {
        curves = List.copyOf(curves);
    }
}
