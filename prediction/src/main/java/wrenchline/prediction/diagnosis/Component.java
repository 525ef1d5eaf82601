package wrenchline.prediction.diagnosis;

/** A component (部件) of the hydraulic rig whose condition is told, in the order of the columns of {@code profile.txt}. */
public enum Component {
    /** Cooler (冷却器): efficiency in percent, 100 is full. */
    COOLER,
    /** Directional valve (换向阀): switching in percent, 100 is optimal. */
    VALVE,
    /** Pump (泵): internal leakage, 0 none to 2 severe. */
    PUMP,
    /** Accumulator (蓄能器): gas pre-charge in bar, 130 is optimal. */
    ACCUMULATOR
}
