package wrenchline.core.notice;

/** What a notice is for; each kind has a text in both languages. */
public enum NoticeKind {
    /** To an engineer: a ticket waits for acceptance (派工). */
    DISPATCH,
    /** To an engineer: a caller waits for a callback (回电). */
    CALLBACK,
    /** To a supervisor: a promise was broken (违约). */
    BREACH,
    /** To a customer: we called and did not reach you. */
    WE_CALLED,
    /** To a customer: an engineer is on the way, and the digits that prove the arrival (已出发). */
    ON_THE_WAY,
    /** To a customer: the promised call did not come in time (逾期致歉). */
    MISSED,
    /** To a customer: did our engineer call you? (短信确认). */
    ASK_WHETHER_CALLED,
    /** To whoever sent a reply: what became of it. */
    ANSWER
}
