package wrenchline.core.ticket;

/** By what process something failed (失效机理, ISO 14224 table B.2). */
public enum FailureMechanism {
    LEAKAGE("1.1"),
    VIBRATION("1.2"),
    MISALIGNMENT("1.3"),
    DEFORMATION("1.4"),
    LOOSENESS("1.5"),
    STICKING("1.6"),
    MECHANICAL("1.0"),
    CAVITATION("2.1"),
    CORROSION("2.2"),
    EROSION("2.3"),
    WEAR("2.4"),
    BREAKAGE("2.5"),
    FATIGUE("2.6"),
    OVERHEATING("2.7"),
    BURST("2.8"),
    CONTROL_FAILURE("3.1"),
    NO_SIGNAL("3.2"),
    FAULTY_SIGNAL("3.3"),
    OUT_OF_ADJUSTMENT("3.4"),
    SOFTWARE_FAULT("3.5"),
    SHORT_CIRCUIT("4.1"),
    OPEN_CIRCUIT("4.2"),
    NO_POWER("4.3"),
    FAULTY_POWER("4.4"),
    EARTH_FAULT("4.5"),
    BLOCKAGE("5.1"),
    CONTAMINATION("5.2"),
    EXTERNAL_INFLUENCE("5.0"),
    NO_MECHANISM_FOUND("6.1"),
    UNKNOWN("6.4");

    private final String code;

    FailureMechanism(String code) {
        this.code = code;
    }

    /** Its number in the standard's table. */
    public String code() {
        return code;
    }
}
