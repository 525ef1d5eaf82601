package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import wrenchline.core.call.Call;
import wrenchline.core.ticket.TicketId;
import wrenchline.testkit.phone.PhoneCall;

/** More callers than lines. */
@Tag("peer")
@Tag("asterisk")
@Isolated("all lines are taken")
class CapacityTest {

    @Test
    void a_caller_beyond_the_last_line_hears_so_and_gets_a_promise_that_counts_from_the_call() throws Exception {
        House house = House.open();
        house.onDuty();
        List<PhoneCall> callers = new ArrayList<>();
        for (int line = 0; line < House.MOST_CALLS; line++) {
            callers.add(house.phones.call(House.freshNumber(), House.NUMBER));
        }
        House.until(
                "all lines are taken",
                () -> house.command("core show channels concise")
                                .lines()
                                .filter(line -> line.startsWith("PJSIP/callers-"))
                                .count()
                        >= House.MOST_CALLS);
        Caller beyond = Caller.call(house).hears("all-busy");
        beyond.phone().awaitEnd(Duration.ofSeconds(30));
        callers.forEach(PhoneCall::hangUp);
        Call call = beyond.ended();
        assertThat(call.outcome()).isEqualTo(Call.Outcome.FALLBACK);
        assertThat(call.confirmedNumber()).isEqualTo(beyond.number());
        var owed = house.in(
                books -> books.callbacks().openFor(new TicketId(call.ticket())).orElseThrow());
        assertThat(owed.facts().began()).isEqualTo(call.began());
    }
}
