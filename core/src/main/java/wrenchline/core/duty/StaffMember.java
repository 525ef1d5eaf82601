package wrenchline.core.duty;

/**
 * Somebody who can be called out (值班人员).
 *
 * @param phone the number to which SMS go and at which the bot rings
 * @param language {@code zh} or {@code en}
 */
public record StaffMember(StaffId id, String name, Role role, String phone, String language) {

    /** What somebody is called out as. */
    public enum Role {
        /** Service engineer (维修工程师). */
        ENGINEER,
        /** Repair supervisor (维修主管). */
        SUPERVISOR,
        /** Customer-service manager (客服经理). */
        MANAGER
    }
}
