package wrenchline.core.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.LadderStep;
import wrenchline.core.duty.StaffId;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.TicketId;

/** One piece of proof on a promise (证据). */
public sealed interface Evidence {

    /**
     * What was promised; with it the promise can be judged from the journal alone.
     *
     * @param minimumOverlap how long both legs must be bridged before a callback counts
     */
    record Promised(
            TicketId ticket,
            Clause clause,
            String policyVersion,
            Instant made,
            Instant deadline,
            Duration minimumOverlap)
            implements Evidence {}

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
    record KeysPressed(String channel, String keys, String meaning, Instant at) implements Evidence {

        /** What the confirming key means. */
        public static final String CONFIRMS = "confirms";
    }

    /** Both legs were in one bridge. */
    record Bridged(
            AttemptId attempt, String staffChannel, String customerChannel, StaffId staff, Instant from, Instant to)
            implements Evidence {}

    /** The talk was recorded. */
    record Recorded(AttemptId attempt, Recording recording) implements Evidence {}

    /** A short message was written. */
    record Notified(NoticeId notice, String to, Instant at) implements Evidence {}

    /** What became of a short message that was written: its state by name, with what the provider said. */
    record Receipt(NoticeId notice, String state, String detail, Instant at) implements Evidence {}

    /**
     * Everything that the telephone system wrote down of one leg (CEL), row by row as it wrote it: prompts, keys, bridge, end.
     *
     * @param party {@code caller}, {@code staff} or {@code customer}
     */
    record LegRows(String party, String channel, List<String> rows) implements Evidence {
        public LegRows {
            rows = List.copyOf(rows);
        }
    }

    /** How far the clocks of the product's parts lay apart when both legs were bridged. */
    record ClocksCompared(AttemptId attempt, Instant at, List<ClockOffset> offsets) implements Evidence {
        public ClocksCompared {
            offsets = List.copyOf(offsets);
        }
    }

    /** A recording was deleted because {@code keep} had passed; its hash stays. */
    record RecordingDeleted(Recording recording, Duration keep, Instant at) implements Evidence {}

    /** An operator did something to the callback: took it over, noted something, marked the number as wrong. */
    record OperatorActed(String who, String act, String text, Instant at) implements Evidence {}

    /** A member of staff said to have talked to the customer from a telephone of their own. */
    record ToldByStaff(StaffId staff, Instant at) implements Evidence {}

    /** The customer confirmed that by SMS from {@code number}. */
    record ConfirmedBySms(String number, Instant at) implements Evidence {}

    /** The customer said by SMS from {@code number} that nobody had called. */
    record DeniedBySms(String number, Instant at) implements Evidence {}

    /** The state that the product itself gave the promise. */
    record Concluded(PromiseState state, Instant at) implements Evidence {}
}
