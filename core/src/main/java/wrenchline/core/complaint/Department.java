package wrenchline.core.complaint;

/** Who deals with a complaint (责任部门). */
public enum Department {
    /** Development, design or production, engineering (研发、设计或生产、技术). */
    ENGINEERING,
    /** Warehouse and transport (仓库和运输). */
    WAREHOUSE,
    /** Marketing and sales (营销). */
    MARKETING,
    /** Coordination with dealers (协调). */
    COORDINATION
}
