package wrenchline.core.ticket;

/** Why something failed (失效原因, ISO 14224 table B.3); decides whether warranty covers it. */
public enum FailureCause {
    DESIGN("1.0"),
    IMPROPER_CAPACITY("1.1"),
    IMPROPER_MATERIAL("1.2"),
    FABRICATION("2.1"),
    INSTALLATION("2.2"),
    OFF_DESIGN_SERVICE("3.1"),
    /** Misuse (误操作): the one cause that warranty does not cover. */
    OPERATING_ERROR("3.2"),
    MAINTENANCE_ERROR("3.3"),
    WEAR_AND_TEAR("3.4"),
    DOCUMENTATION_ERROR("4.1"),
    MANAGEMENT_ERROR("4.2"),
    NO_CAUSE_FOUND("5.1"),
    COMMON_CAUSE("5.2"),
    COMBINED_CAUSES("5.3"),
    UNKNOWN("5.4");

    private final String code;

    FailureCause(String code) {
        this.code = code;
    }

    /** Its number in the standard's table. */
    public String code() {
        return code;
    }
}
