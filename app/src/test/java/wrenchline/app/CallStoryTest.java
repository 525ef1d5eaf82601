package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.testkit.phone.PhoneCall;

/** Path 2, from the customer's call to the customer's own confirmation, with real SIP parties and the real Asterisk. */
@Tag("peer")
@Tag("asterisk")
class CallStoryTest {

    private static final String QUICK_POLICY =
            "--policy=" + Path.of("src/test/config/quick-policy.yaml").toAbsolutePath();

    /** How a file begins in a ZIP. */
    private static final int LOCAL_SIGNATURE = 0x04034b50;

    private static final int LOCAL_HEADER = 30;

    @TempDir
    private Path folder;

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
            standsUpOutside(exchange, ticket.get("id").asText());
        }
    }

    /** The evidence of {@code ticket} leaves the house, and tells of each of its files when one byte of it was changed. */
    private void standsUpOutside(Exchange exchange, String ticket) throws IOException {
        Path archive = folder.resolve("evidence.zip");
        CommandOutcome exported = exchange.command("evidence", "export", ticket, "--out=" + archive);
        assertThat(exported.code()).as(exported.said()).isZero();
        CommandOutcome verified = CommandOutcome.here("evidence", "verify", archive.toString());
        assertThat(verified.code()).as(verified.said()).isZero();
        assertThat(verified.said()).contains("proved with grade A");
        for (String member : members(archive)) {
            CommandOutcome changed = CommandOutcome.here(
                    "evidence", "verify", changed(archive, member).toString());
            assertThat(changed.code()).as(member).isEqualTo(1);
            assertThat(changed.said()).contains(member + ":");
        }
        CommandOutcome audit = exchange.command("calls", "audit");
        assertThat(audit.code()).as(audit.said()).isZero();
        CommandOutcome all = exchange.command("verify");
        assertThat(all.code()).as(all.said()).isZero();
    }

    private static List<String> members(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getSize() > 0)
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    /** A copy in which one byte in the middle of the content of {@code member} is another. */
    private Path changed(Path archive, String member) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = member.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + LOCAL_HEADER + name.length <= bytes.length; at++) {
            boolean found = zip.getInt(at) == LOCAL_SIGNATURE
                    && Arrays.equals(
                            name, Arrays.copyOfRange(bytes, at + LOCAL_HEADER, at + LOCAL_HEADER + name.length));
            if (found) {
                bytes[at + LOCAL_HEADER + name.length + zip.getShort(at + LOCAL_HEADER - 2) + 2] ^= 1;
                return Files.write(folder.resolve("changed.zip"), bytes);
            }
        }
        throw new AssertionError("no file " + member + " in " + archive);
    }
}
