package wrenchline.core.equipment;

/** How grave a fault is (故障等级); decides the clocks. */
public enum Severity {
    /** To be looked at (一般). */
    MINOR,
    /** The equipment will soon be out of use (严重). */
    MAJOR,
    /** Sudden grave fault, or danger to people (突发严重故障). */
    CRITICAL
}
