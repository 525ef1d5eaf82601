package wrenchline.core.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what somebody uses the product (角色). What each may do stands in the API's contract. */
public enum Role {
    /** Runs the product itself (系统管理员); may do everything. */
    ADMIN,
    /** Customer-service manager (客服经理). */
    CUSTOMER_SERVICE_MANAGER,
    /** Supervisor of the service desk (客服主管). */
    SUPERVISOR,
    /** Agent at the hotline (客服专员). */
    AGENT,
    /** Repair supervisor (维修主管). */
    REPAIR_SUPERVISOR,
    /** Service engineer (维修工程师). */
    ENGINEER,
    /** Keeper of the warehouse of parts (库管员). */
    WAREHOUSE_KEEPER,
    /** Assistant of after-sales (售后助理). */
    ASSISTANT,
    /** Auditor, who only looks (审计员). */
    AUDITOR,
    /** A customer, who sees its own machines and promises (客户). */
    CUSTOMER;

    /** As the contract and the command line write it, for instance {@code repair-supervisor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role that is written {@code word}. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
