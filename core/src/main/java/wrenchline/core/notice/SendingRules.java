package wrenchline.core.notice;

/**
 * What holds for all providers (发送规则).
 *
 * @param perNumberHourly how many messages one number gets in an hour; what is above waits
 * @param answersHourly how many of them may be answers to its own replies; the rest is not answered, so that two automatons do not
 *     talk to each other for ever
 */
public record SendingRules(QuietHours quiet, int perNumberHourly, int answersHourly) {

    public static final SendingRules USUAL = new SendingRules(QuietHours.NEVER, 30, 6);
}
