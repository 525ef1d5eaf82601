package wrenchline.core.evidence;

import java.time.Instant;
import java.util.List;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.LadderStep;
import wrenchline.core.duty.StaffId;
import wrenchline.core.notice.NoticeId;

/** One piece of proof on a promise (证据). */
public sealed interface Evidence {

    /** The call with which it began. */
    record CallReceived(String call, String caller, String number, Instant at) implements Evidence {}

    /** Who was on duty for each step of the ladder. */
    record OnDuty(List<LadderStep> ladder) implements Evidence {}

    /** A leg was dialled; {@code channel} is the telephone system's own id. */
    record Dialled(AttemptId attempt, String channel, String number, Instant at) implements Evidence {}

    /** What became of a leg: the dial status and hang-up cause (Q.850) as the telephone system gave them. */
    record LegEnded(AttemptId attempt, String channel, String status, int cause, Instant at) implements Evidence {}

    /** A leg was answered. */
    record Answered(AttemptId attempt, String channel, Instant at) implements Evidence {}

    /** A prompt was played to somebody. */
    record Prompted(String channel, String prompt, Instant at) implements Evidence {}

    /** Somebody pressed keys, and what they meant there. */
    record KeysPressed(String channel, String keys, String meaning, Instant at) implements Evidence {}

    /** Both legs were in one bridge. */
    record Bridged(
            AttemptId attempt, String staffChannel, String customerChannel, StaffId staff, Instant from, Instant to)
            implements Evidence {}

    /** The talk was recorded. */
    record Recorded(AttemptId attempt, Recording recording) implements Evidence {}

    /** A short message was written. */
    record Notified(NoticeId notice, String to, Instant at) implements Evidence {}
}
