package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.core.callback.AttemptId;
import wrenchline.testkit.FreePorts;
import wrenchline.testkit.Peer;
import wrenchline.testkit.phone.PhoneCall;
import wrenchline.testkit.phone.Telephones;

/** Path 2, from the customer's call to the customer's own confirmation, with two real SIP parties and the real Asterisk. */
@Tag("peer")
@Tag("asterisk")
class CallStoryTest {

    private static final String SITE =
            Path.of("../config/demo/site.yaml").toAbsolutePath().toString();
    private static final String CUSTOMER = "13900000001";
    private static final List<String> ENGINEERS = List.of("13800000001", "13800000002", "13800000003");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_call_becomes_a_callback_that_the_customer_confirms() throws Exception {
        // A control socket's path must be short, so not below the build folder.
        Path data = Files.createTempDirectory("wl");
        int sipPort = FreePorts.udp();
        int rtpFirst = FreePorts.range(400);
        List<String> registered = new ArrayList<>(ENGINEERS);
        registered.add(CUSTOMER);
        try (RunningProduct product = RunningProduct.start(
                        data,
                        "--site=" + SITE,
                        "--roles=hotline,desk,dashboard",
                        "--sip-port=" + sipPort,
                        "--agi-port=" + FreePorts.tcp(),
                        "--ami-port=" + FreePorts.tcp(),
                        "--set=hotline.rtpFirst=" + rtpFirst,
                        "--set=hotline.rtpLast=" + (rtpFirst + 399),
                        "--set=hotline.asteriskRoot=" + Peer.root("asterisk"));
                Telephones phones = Telephones.start(
                        FreePorts.udp(), "127.0.0.1:" + sipPort, product.phonePassword(), registered)) {
            RunningProduct.waitFor("the hotline", () -> product.isUp("hotline"));
            PhoneCall caller = phones.call(CUSTOMER, "4008001234");
            JsonNode call = product.await("/calls", "the call in the log", item -> true);
            Ledger ledger = new Ledger(data, call.get("id").asText());
            ledger.hears("welcome");
            caller.press("1");
            ledger.hears("your-number");
            caller.press("1");
            ledger.hears("enter-equipment");
            caller.press("101#");
            ledger.hears("beep");
            caller.speak(1000);
            Path message = data.resolve("recordings/calls/" + call.get("id").asText() + ".wav");
            RunningProduct.waitFor("the message", () -> message.toFile().length() > 8000);
            caller.press("#");
            caller.awaitEnd(PATIENCE);

            JsonNode ticket = product.await(
                    "/tickets",
                    "the ticket",
                    item -> item.get("equipment").asText().equals("lift-01"));
            JsonNode offer = product.await(
                            "/callbacks",
                            "somebody being rung",
                            item -> item.get("state").path("offers").size() > 0)
                    .get("state")
                    .get("offers")
                    .get(0);
            AttemptId attempt =
                    new AttemptId(UUID.fromString(offer.get("attempt").asText()));
            PhoneCall engineer =
                    phones.rings(offer.get("staff").get("phone").asText()).answer();
            new Ledger(data, attempt.toString()).hears("press");
            engineer.press(attempt.acceptKeys());
            PhoneCall customer = phones.rings(CUSTOMER).answer();
            product.await("/callbacks", "the talk", item -> state(item).equals("Talking"));
            engineer.speak(440);
            customer.speak(1000);
            RunningProduct.waitFor("a talk long enough", () -> talked(product));
            engineer.hangUp();
            ledger.anybodyHears("confirm");
            customer.press("1");

            JsonNode promise = product.await(
                    "/promises",
                    "the kept callback",
                    item -> item.get("clause").get("id").asText().equals("hotline-callback-30min")
                            && state(item).equals("Kept"));
            assertThat(promise.get("ticket").asLong())
                    .isEqualTo(ticket.get("id").asLong());
            assertThat(promise.get("grade").asText()).isEqualTo("A");
            String evidence = "/promises/" + promise.get("id").asText() + "/evidence";
            product.await(
                    evidence,
                    "the sealed recording",
                    item -> item.toString().matches(".*\"sha256\":\"[0-9a-f]{64}\".*"));
            assertThat(product.get(evidence).toString()).contains("CallReceived", "KeysPressed", "Bridged", "Dialled");
        }
    }

    private static boolean talked(RunningProduct product) {
        JsonNode state = product.get("/callbacks").get("items").get(0).get("state");
        Instant since = Instant.parse(state.get("since").asText());
        return Instant.now().isAfter(since.plusSeconds(22));
    }

    private static String state(JsonNode item) {
        return item.get("state").get("type").asText();
    }

    /** What Asterisk wrote down about one channel. */
    private record Ledger(Path data, String channel) {

        void hears(String prompt) {
            RunningProduct.waitFor(
                    prompt + " on " + channel,
                    () -> lines().stream()
                            .anyMatch(line -> line.contains("STREAM_BEGIN")
                                    && line.contains(channel)
                                    && line.contains("\"" + prompt + "\"")));
        }

        void anybodyHears(String prompt) {
            RunningProduct.waitFor(
                    prompt,
                    () -> lines().stream()
                            .anyMatch(line -> line.contains("STREAM_BEGIN") && line.contains("\"" + prompt + "\"")));
        }

        private List<String> lines() {
            Path file = data.resolve("asterisk/log/cel-custom/cel.csv");
            try {
                return Files.exists(file) ? Files.readAllLines(file) : List.of();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
