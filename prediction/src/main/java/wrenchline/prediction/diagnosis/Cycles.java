package wrenchline.prediction.diagnosis;

import java.util.List;

/** Cycles of one machine; {@code sensors} names their curves in order. */
public record Cycles(List<String> sensors, List<Cycle> cycles) {

    public Cycles {
        sensors = List.copyOf(sensors);
        cycles = List.copyOf(cycles);
    }
}
