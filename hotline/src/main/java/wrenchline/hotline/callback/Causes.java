package wrenchline.hotline.callback;

import wrenchline.core.callback.CallbackEvent.Failure;
import wrenchline.hotline.ivr.Line;

/** What the telephone system's words mean here. */
final class Causes {

    private Causes() {}

    /** Why a leg that was never answered ended, by its hang-up cause (Q.850). */
    static Failure ofUnanswered(int cause) {
        return switch (cause) {
            case 17 -> Failure.BUSY;
            case 21 -> Failure.REJECTED;
            case 1, 2, 3, 20, 22, 27, 28, 34, 38, 41, 42, 58 -> Failure.UNREACHABLE;
            default -> Failure.NO_ANSWER;
        };
    }

    /** Why dialling the customer came to nothing. */
    static Failure of(Line.DialStatus status) {
        return switch (status) {
            case BUSY -> Failure.BUSY;
            case NOANSWER -> Failure.NO_ANSWER;
            case CANCEL, ANSWER -> Failure.HUNG_UP;
            case CONGESTION -> Failure.REJECTED;
            case CHANUNAVAIL -> Failure.UNREACHABLE;
        };
    }
}
