package wrenchline.core.ticket;

/** What a ticket is for (工单类别). */
public enum TicketKind {
    /** A fault, seen or foreseen (故障). */
    FAULT,
    /** Any question of use (使用问题): help on site without a fault. */
    USE_QUESTION,
    /** A regular inspection (定期巡检). */
    INSPECTION,
    /** Planned maintenance (保养). */
    MAINTENANCE,
    /** A part that is needed at once (紧急备件更换). */
    EMERGENCY_PARTS,
    /** A fault that is followed up so that it does not come back (故障追踪与预防). */
    FAULT_TRACKING,
    /** Installation and commissioning (安装调试). */
    INSTALLATION
}
