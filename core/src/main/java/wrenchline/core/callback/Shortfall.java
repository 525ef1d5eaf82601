package wrenchline.core.callback;

import java.util.List;

/** Why a callback has not come about (未兑现原因), told from its events. */
public enum Shortfall {
    /** Nobody was on duty to be rung. */
    NOBODY_RUNG,
    /** Those who were rung did not accept. */
    NOBODY_ACCEPTED,
    /** Somebody accepted, and the customer was not reached. */
    CUSTOMER_NOT_REACHED,
    /** They talked, but too short. */
    TALK_TOO_SHORT,
    /** Staff say that they talked, and the customer has not confirmed it. */
    NOT_CONFIRMED;

    /** Why {@code events}, of a callback that is not done, have not led further. */
    public static Shortfall of(List<CallbackEvent> events) {
        Shortfall reason = NOBODY_RUNG;
        for (CallbackEvent event : events) {
            Shortfall next = switch (event) {
                case CallbackEvent.BridgeEnded _ -> TALK_TOO_SHORT;
                case CallbackEvent.ToldByStaff _ -> NOT_CONFIRMED;
                case CallbackEvent.Accepted _, CallbackEvent.CustomerNotReached _ -> CUSTOMER_NOT_REACHED;
                case CallbackEvent.NotAccepted _ -> NOBODY_ACCEPTED;
                case CallbackEvent.CallsThemself _,
                        CallbackEvent.DeniedBySms _,
                        CallbackEvent.Lost _,
                        CallbackEvent.AcceptedBySms _,
                        CallbackEvent.TakenOver _,
                        CallbackEvent.Alarmed _,
                        CallbackEvent.ConfirmedBySms _,
                        CallbackEvent.Bridged _,
                        CallbackEvent.Confirmed _,
                        CallbackEvent.NotConfirmed _,
                        CallbackEvent.ClockRead _,
                        CallbackEvent.Cancelled _ -> reason;
            };
            // What came nearest to a callback is the reason: whoever was reached once is not told as never rung.
            reason = next.compareTo(reason) > 0 ? next : reason;
        }
        return reason;
    }
}
