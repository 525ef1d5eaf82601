package wrenchline.core.promise;

/** Why a promise was not kept (违约原因). */
public enum BreachCause {
    /** Nobody took the ticket (无人接单). */
    NOBODY_ACCEPTED,
    /** Somebody took it and did not set out (未出发). */
    NOT_SET_OUT,
    /** The way was too long (路途). */
    TRAVEL,
    /** Somebody was there and had not found out what is wrong (诊断未完成). */
    NOT_DIAGNOSED,
    /** Parts were missing or not swapped (缺备件). */
    PARTS,
    /** The work took longer (维修未完成). */
    WORK,
    /** The customer was not reached or not there (客户不在). */
    CUSTOMER_AWAY,
    /** The product itself, or the telephone, was down (系统故障). */
    SYSTEM,
    OTHER
}
