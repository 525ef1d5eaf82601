package wrenchline.core.call;

/** What a caller wants (来电事由), as chosen by key. */
public enum Concern {
    /** Not chosen yet, or the caller hung up before (未选择). */
    NONE,
    /** A machine is out of order (报修). */
    FAULT,
    /** Somebody is trapped, or a vehicle is up and cannot come down (紧急求助). */
    EMERGENCY,
    /** How the caller's ticket stands (进度查询). */
    PROGRESS,
    /** Parts and consumables (配件与耗材). */
    PARTS,
    /** Training (培训). */
    TRAINING,
    /** To talk to somebody now (人工服务). */
    PERSON,
    /** Quality or function (质量、使用功能投诉). */
    QUALITY_COMPLAINT,
    /** Damaged packaging, spoilt goods (包装破损、变质投诉). */
    PACKAGING_COMPLAINT,
    /** Manner or duties of service staff (服务人员态度、职责投诉). */
    CONDUCT_COMPLAINT,
    /** A dealer or retailer (中间商、零售商投诉). */
    DEALER_COMPLAINT
}
