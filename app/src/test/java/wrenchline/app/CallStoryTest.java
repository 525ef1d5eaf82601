package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.testkit.phone.PhoneCall;

/** Path 2, from the customer's call to the customer's own confirmation, with real SIP parties and the real Asterisk. */
@Tag("peer")
@Tag("asterisk")
class CallStoryTest {

    private static final String QUICK_POLICY =
            "--policy=" + Path.of("src/test/config/quick-policy.yaml").toAbsolutePath();

    @Test
    void kill_9_takes_nothing_from_a_talk_and_costs_whoever_is_rung_that_attempt_alone() throws Exception {
        try (Exchange exchange = Exchange.start(QUICK_POLICY)) {
            JsonNode ticket = exchange.report(Exchange.CUSTOMER);
            PhoneCall engineer = exchange.accept(exchange.offer(Exchange.CUSTOMER, ""));
            PhoneCall customer = exchange.customer(Exchange.CUSTOMER);
            exchange.awaitState(Exchange.CUSTOMER, "Talking");
            engineer.speak(440);
            customer.speak(1000);
            exchange.report(Exchange.OTHER_CUSTOMER);
            JsonNode lost = exchange.offer(Exchange.OTHER_CUSTOMER, "");
            PhoneCall forgotten = exchange.answer(lost);
            exchange.kill();
            exchange.restart();
            forgotten.awaitEnd(Duration.ofSeconds(60));

            exchange.confirm(Exchange.CUSTOMER, engineer, customer);
            JsonNode promise = exchange.keptPromise(Exchange.CUSTOMER);
            assertThat(promise.get("ticket").asLong())
                    .isEqualTo(ticket.get("id").asLong());
            assertThat(promise.get("grade").asText()).isEqualTo("A");
            assertThat(engineer.heard(1000)).as("the talk went on").isGreaterThan(0.05);
            String evidence = "/promises/" + promise.get("id").asText() + "/evidence";
            exchange.product()
                    .await(
                            evidence,
                            "the sealed recording",
                            item -> item.toString().matches(".*\"sha256\":\"[0-9a-f]{64}\".*"));
            assertThat(exchange.product().get(evidence).toString())
                    .contains("CallReceived", "KeysPressed", "Bridged", "Dialled");

            String attempt = Exchange.attempt(lost).toString();
            PhoneCall next = exchange.accept(exchange.offer(Exchange.OTHER_CUSTOMER, attempt));
            exchange.customer(Exchange.OTHER_CUSTOMER);
            exchange.awaitState(Exchange.OTHER_CUSTOMER, "Talking");
            next.hangUp();
            assertThat(exchange.ledger())
                    .as("dialled once")
                    .filteredOn(line -> line.contains("CHAN_START") && line.contains(attempt))
                    .hasSize(1);
        }
    }
}
