package wrenchline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.core.callback.Sample.BEGAN;
import static wrenchline.core.callback.Sample.CALLBACK;
import static wrenchline.core.callback.Sample.FIRST;

import java.util.List;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.CallbackEvent.Failure;

class ShortfallTest {

    private static final AttemptId ATTEMPT = AttemptId.of(CALLBACK.id(), "e1", BEGAN);

    @Test
    void what_came_nearest_to_a_callback_is_the_reason() {
        var refused = new CallbackEvent.NotAccepted(ATTEMPT, Failure.NO_ANSWER);
        var accepted = new CallbackEvent.Accepted(ATTEMPT, ATTEMPT.acceptKeys());
        var busy = new CallbackEvent.CustomerNotReached(ATTEMPT, Failure.BUSY);
        var talk = new CallbackEvent.BridgeEnded(ATTEMPT, BEGAN, BEGAN.plusSeconds(3));
        assertThat(Shortfall.of(List.of(new CallbackEvent.ClockRead()))).isEqualTo(Shortfall.NOBODY_RUNG);
        assertThat(Shortfall.of(List.of(refused))).isEqualTo(Shortfall.NOBODY_ACCEPTED);
        assertThat(Shortfall.of(List.of(accepted, busy, refused))).isEqualTo(Shortfall.CUSTOMER_NOT_REACHED);
        assertThat(Shortfall.of(List.of(accepted, talk, refused))).isEqualTo(Shortfall.TALK_TOO_SHORT);
        assertThat(Shortfall.of(List.of(refused, new CallbackEvent.ToldByStaff(FIRST))))
                .isEqualTo(Shortfall.NOT_CONFIRMED);
    }
}
