package wrenchline.core.notice;

import java.time.Duration;

/** What a notice is for; each kind has a text in both languages. */
public enum NoticeKind {
    /** To an engineer: a ticket waits for acceptance (派工). */
    DISPATCH(Urgency.AS_THE_TICKET, Duration.ofHours(12)),
    /** To an engineer: a caller waits for a callback (回电). */
    CALLBACK(Urgency.ALWAYS, Duration.ofMinutes(30)),
    /** To whoever has a ticket, and to supervisors: a promise must be kept soon (预警). */
    WARNING(Urgency.ALWAYS, Duration.ofHours(1)),
    /** To whoever has a ticket, and to supervisors: nothing happens to it (催办). */
    REMINDER(Urgency.AS_THE_TICKET, Duration.ofHours(4)),
    /** To whom it concerns: who is on duty was changed (值班变更). */
    ROSTER(Urgency.ALWAYS, Duration.ofHours(12)),
    /** To a supervisor: a promise was broken (违约). */
    BREACH(Urgency.ALWAYS, Duration.ofHours(24)),
    /** To whoever answers for it: a complaint waits (投诉). */
    COMPLAINT(Urgency.AS_THE_TICKET, Duration.ofHours(24)),
    /** The same, of one that cannot wait for the morning (紧急投诉). */
    COMPLAINT_AT_ONCE(Urgency.ALWAYS, Duration.ofHours(24)),
    /** To a customer: we called and did not reach you. */
    WE_CALLED(Urgency.ALWAYS, Duration.ofHours(2)),
    /** To a customer: an engineer is on the way, and the digits that prove the arrival (已出发). */
    ON_THE_WAY(Urgency.ALWAYS, Duration.ofHours(2)),
    /** To a customer: the promised call did not come in time (逾期致歉). */
    MISSED(Urgency.ALWAYS, Duration.ofHours(2)),
    /** To a customer: did our engineer call you? (短信确认). */
    ASK_WHETHER_CALLED(Urgency.ALWAYS, Duration.ofHours(2)),
    /** To whoever sent a reply: what became of it. */
    ANSWER(Urgency.ALWAYS, Duration.ofMinutes(15));

    private final Urgency urgency;
    private final Duration life;

    NoticeKind(Urgency urgency, Duration life) {
        this.urgency = urgency;
        this.life = life;
    }

    /** Whether quiet hours (免打扰时段) hold it back. */
    public Urgency urgency() {
        return urgency;
    }

    /** After so long it is of no use to its reader and is no longer sent. */
    public Duration life() {
        return life;
    }

    /** How much something matters at night. */
    public enum Urgency {
        ALWAYS,
        /** Only where its ticket is more than minor. */
        AS_THE_TICKET,
        NEVER
    }
}
