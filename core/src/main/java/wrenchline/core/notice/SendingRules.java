package wrenchline.core.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * What holds for all providers (发送规则).
 *
 * @param perNumberHourly how many messages one number gets in an hour; what is above waits
 * @param answersHourly how many of them may be answers to its own replies; the rest is not answered, so that two automatons do not
 *     talk to each other for ever
 */
public record SendingRules(QuietHours quiet, int perNumberHourly, int answersHourly, Doubt doubt) {

    public static final SendingRules USUAL = new SendingRules(QuietHours.NEVER, 30, 6, Doubt.USUAL);

    /**
     * What is done when nobody can tell whether a message was taken (状态不明): it goes another way, or again, and its reader may get it
     * twice.
     *
     * @param urgent how long the provider is asked before that, where the night does not hold the message back
     * @param other the same for all others
     * @param repeats how often a message is sent again for that reason; 0 to send nothing twice, at the price of losing it
     */
    public record Doubt(Duration urgent, Duration other, int repeats) {

        public static final Doubt USUAL = new Doubt(Duration.ofMinutes(1), Duration.ofMinutes(5), 2);

        /** Whether {@code notice} has been unknown for so long that it is to be sent again. */
        public boolean isDue(NoticeState.Unknown notice, boolean isUrgent, Instant now) {
            return notice.doubts().size() < repeats && !now.isBefore(notice.at().plus(isUrgent ? urgent : other));
        }
    }
}
