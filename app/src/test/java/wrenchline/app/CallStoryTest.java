package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.testkit.phone.PhoneCall;

/** Path 2, from the customer's call to the customer's own confirmation, with two real SIP parties and the real Asterisk. */
@Tag("peer")
@Tag("asterisk")
class CallStoryTest {

    private static final String QUICK_POLICY =
            "--policy=" + Path.of("src/test/config/quick-policy.yaml").toAbsolutePath();

    @Test
    void a_call_becomes_a_callback_that_the_customer_confirms() throws Exception {
        try (Exchange exchange = Exchange.start()) {
            JsonNode ticket = exchange.report();
            PhoneCall engineer = exchange.accept(exchange.offer());
            PhoneCall customer = exchange.customer();
            exchange.awaitState("Talking");
            engineer.speak(440);
            customer.speak(1000);
            talkFor(exchange, Duration.ofSeconds(22));
            engineer.hangUp();
            exchange.awaitPrompt("", "confirm");
            customer.press("1");

            JsonNode promise = exchange.keptPromise();
            assertThat(promise.get("ticket").asLong())
                    .isEqualTo(ticket.get("id").asLong());
            assertThat(promise.get("clause").get("id").asText()).isEqualTo("hotline-callback-30min");
            assertThat(promise.get("grade").asText()).isEqualTo("A");
            String evidence = "/promises/" + promise.get("id").asText() + "/evidence";
            exchange.product()
                    .await(
                            evidence,
                            "the sealed recording",
                            item -> item.toString().matches(".*\"sha256\":\"[0-9a-f]{64}\".*"));
            assertThat(exchange.product().get(evidence).toString())
                    .contains("CallReceived", "KeysPressed", "Bridged", "Dialled");
        }
    }

    @Test
    void kill_9_while_an_engineer_is_rung_costs_that_attempt_and_not_the_callback() throws Exception {
        try (Exchange exchange = Exchange.start(QUICK_POLICY)) {
            exchange.report();
            JsonNode lost = exchange.offer();
            PhoneCall forgotten = exchange.answer(lost);
            exchange.kill();
            exchange.restart();
            forgotten.awaitEnd(Duration.ofSeconds(60));

            exchange.product()
                    .await(
                            "/callbacks",
                            "the next engineer being rung",
                            item -> !item.toString()
                                            .contains(Exchange.attempt(lost).toString())
                                    && item.get("state").path("offers").size() > 0);
            PhoneCall engineer = exchange.accept(exchange.offer());
            PhoneCall customer = exchange.customer();
            exchange.awaitState("Talking");
            talkFor(exchange, Duration.ofSeconds(4));
            engineer.hangUp();
            exchange.awaitPrompt("", "confirm");
            customer.press("1");

            assertThat(exchange.keptPromise().get("grade").asText()).isEqualTo("A");
            assertThat(exchange.ledger())
                    .as("dialled once")
                    .filteredOn(line -> line.contains("CHAN_START")
                            && line.contains(Exchange.attempt(lost).toString()))
                    .hasSize(1);
        }
    }

    @Test
    void kill_9_in_the_middle_of_the_talk_takes_nothing_from_it() throws Exception {
        try (Exchange exchange = Exchange.start(QUICK_POLICY)) {
            exchange.report();
            PhoneCall engineer = exchange.accept(exchange.offer());
            PhoneCall customer = exchange.customer();
            exchange.awaitState("Talking");
            exchange.kill();
            engineer.speak(440);
            customer.speak(1000);
            exchange.restart();
            engineer.hangUp();
            exchange.awaitPrompt("", "confirm");
            customer.press("1");

            assertThat(exchange.keptPromise().get("grade").asText()).isEqualTo("A");
            assertThat(engineer.heard(1000)).as("the talk went on").isGreaterThan(0.05);
        }
    }

    private static void talkFor(Exchange exchange, Duration time) {
        RunningProduct.waitFor("a talk long enough", () -> {
            JsonNode state =
                    exchange.product().get("/callbacks").get("items").get(0).get("state");
            return Instant.now()
                    .isAfter(Instant.parse(state.get("since").asText()).plus(time));
        });
    }
}
