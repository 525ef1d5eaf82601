package wrenchline.hotline.ivr;

/** The steps of the dialogue with a caller, as they stand in the call log. */
public enum Step {
    /** Welcome, and the choice of the language (欢迎). */
    GREETING,
    /** The number that the network gave is read back (确认来电号码). */
    CONFIRM_NUMBER,
    /** Another number is keyed in (输入号码). */
    ENTER_NUMBER,
    /** The number that was keyed in is read back (确认输入的号码). */
    CONFIRM_ENTERED_NUMBER,
    /** The equipment number is keyed in or skipped (设备编号). */
    ENTER_EQUIPMENT,
    /** The fault is described after the tone (故障留言). */
    DESCRIBE_FAULT,
    /** Ticket number and promise are spoken (工单与承诺). */
    PROMISE,
    /** There is no number to call back: the caller is connected at once (直接接通). */
    CONNECT_LIVE,
    /** Goodbye (结束). */
    FAREWELL
}
