package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.promise.Grade;
import wrenchline.testkit.phone.PhoneCall;

/** Whatever breaks in whatever state of a callback, it ends right, and nobody is dialled twice for one attempt. */
@Tag("peer")
@Tag("asterisk")
class FaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = House.own();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_killed_product_leaves_every_callback_to_end_right_in_whatever_state_it_was() throws Exception {
        String ringing = House.freshNumber();
        String listening = House.freshNumber();
        Talk talking = Talk.begin(house);
        talking.answer();
        Talk confirming = Talk.begin(house);
        String confirmingChannel = confirming.answer();
        confirming.owed().overlapLongEnough();
        Talk connecting = Talk.begin(house);
        Owed prompted = Owed.to(house, listening);
        AttemptId unaccepted = prompted.attempt();
        house.phones.rings(listening).answer();
        house.rows.prompt(unaccepted.toString(), "staff-offer");
        Owed offered = Owed.to(house, ringing);
        AttemptId unanswered = offered.attempt();
        house.phones.rings(ringing);
        confirming.staff().press("*");
        house.rows.prompt(confirmingChannel, "confirm");

        house.abandon();
        confirming.customer().press("1");
        connecting.answer();
        house.startProduct();

        assertThat(confirming.owed().awaitState(CallbackState.Done.class).grade())
                .isIn(Grade.A, Grade.B);
        for (Talk talk : List.of(talking, connecting)) {
            talk.owed().overlapLongEnough();
            talk.confirm(talk.owed().customerChannel());
            assertThat(talk.owed().awaitState(CallbackState.Done.class).grade()).isEqualTo(Grade.A);
        }
        over(offered, unanswered);
        over(prompted, unaccepted);
        for (AttemptId attempt : List.of(
                unanswered,
                unaccepted,
                connecting.owed().firstAttempt(),
                talking.owed().firstAttempt(),
                confirming.owed().firstAttempt())) {
            assertThat(house.rows.begun(attempt.toString()))
                    .as("dialled %s", attempt)
                    .isEqualTo(1);
        }
    }

    @Test
    void an_asterisk_killed_in_the_talk_costs_that_talk_and_the_engineer_is_rung_again() throws Exception {
        Talk talk = Talk.begin(house);
        talk.answer();
        AttemptId lost = talk.owed().firstAttempt();
        house.killAsterisk();
        PhoneCall again = house.phones.rings(talk.engineer(), 2).answer();
        AttemptId second = talk.owed().attempt();
        assertThat(second).isNotEqualTo(lost);
        house.rows.prompt(second.toString(), "press");
        again.press(second.acceptKeys());
        house.phones.rings(talk.owed().number(), 2).answer();
        talk.owed().overlapLongEnough();
        again.hangUp();
        talk.owed().awaitState(CallbackState.Confirming.class);
        assertThat(house.rows.begun(lost.toString())).isEqualTo(1);
    }

    @Test
    void a_database_that_crashes_in_the_talk_takes_nothing_from_it() throws Exception {
        Talk talk = Talk.begin(house);
        String channel = talk.answer();
        talk.owed().overlapLongEnough();
        house.crashDatabase();
        talk.confirm(channel);
        House.until("the database is back", house::databaseAnswers);
        assertThat(talk.owed().awaitState(CallbackState.Done.class).grade()).isEqualTo(Grade.A);
        assertThat(house.rows.begun(talk.owed().firstAttempt().toString())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void a_clock_that_jumps_in_the_talk_takes_nothing_from_it(int minutes) throws Exception {
        Talk talk = Talk.begin(house);
        String channel = talk.answer();
        talk.owed().overlapLongEnough();
        house.clock.step(Duration.ofMinutes(minutes));
        talk.confirm(channel);
        CallbackState.Done done = talk.owed().awaitState(CallbackState.Done.class);
        assertThat(done.grade()).isIn(Grade.A, Grade.B);
        assertThat(house.rows.begun(talk.owed().firstAttempt().toString())).isEqualTo(1);
    }

    /** Waits until {@code attempt} has come to its end, and nothing hangs. */
    private static void over(Owed owed, AttemptId attempt) throws InterruptedException {
        House.until(
                "attempt " + attempt + " is over",
                () -> !owed.now().state().live().contains(attempt));
    }

    /** An engineer who has accepted, and a customer whose telephone rings. */
    private record Talk(Owed owed, String engineer, PhoneCall staff, PhoneCall customer) {

        static Talk begin(House house) throws InterruptedException {
            String engineer = House.freshNumber();
            Owed owed = Owed.to(house, engineer);
            AttemptId attempt = owed.attempt();
            PhoneCall staff = house.phones.rings(engineer).answer();
            house.rows.prompt(attempt.toString(), "press");
            staff.press(attempt.acceptKeys());
            return new Talk(owed, engineer, staff, house.phones.rings(owed.number()));
        }

        /** The customer picks up. */
        String answer() throws InterruptedException {
            customer.answer();
            String channel = owed.customerChannel();
            owed.house()
                    .rows
                    .await(
                            "the talk",
                            1,
                            row -> row.type().equals("BRIDGE_ENTER")
                                    && row.channel().equals(channel));
            return channel;
        }

        /** The engineer hangs up, and the customer on {@code channel} confirms. */
        void confirm(String channel) {
            staff.hangUp();
            owed.house().rows.prompt(channel, "confirm");
            customer.press("1");
            customer.awaitEnd(PATIENCE);
        }
    }
}
