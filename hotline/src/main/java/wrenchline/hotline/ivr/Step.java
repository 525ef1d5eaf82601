package wrenchline.hotline.ivr;

/** The steps of the dialogue with a caller, as they stand in the call log. */
public enum Step {
    /** Welcome, and the choice of the language (欢迎). */
    GREETING,
    /** What the caller wants (主菜单). */
    MENU,
    /** What the complaint is about (投诉分类). */
    COMPLAINT_MENU,
    /** How the caller's tickets stand is read (进度播报). */
    PROGRESS,
    /** Everybody on duty is rung at once (紧急呼叫). */
    EMERGENCY,
    /** The number that the network gave is read back (确认来电号码). */
    CONFIRM_NUMBER,
    /** Another number is keyed in (输入号码). */
    ENTER_NUMBER,
    /** The number that was keyed in is read back (确认输入的号码). */
    CONFIRM_ENTERED_NUMBER,
    /** A customer's own machines are offered (选择设备). */
    OFFER_EQUIPMENT,
    /** The equipment number is keyed in or skipped (设备编号). */
    ENTER_EQUIPMENT,
    /** What it is about is said after the tone (留言). */
    DESCRIBE,
    /** Ticket number and promise are spoken (工单与承诺). */
    PROMISE,
    /** The caller is connected at once (直接接通). */
    CONNECT_LIVE,
    /** Goodbye (结束). */
    FAREWELL
}
