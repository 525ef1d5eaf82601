package wrenchline.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import wrenchline.core.callback.AttemptId;
import wrenchline.testkit.FreePorts;
import wrenchline.testkit.Peer;
import wrenchline.testkit.phone.PhoneCall;
import wrenchline.testkit.phone.Telephones;

/** The product with its hotline on the sample site, and registered telephones of two customers and the three engineers. */
final class Exchange implements AutoCloseable {

    static final String CUSTOMER = "13900000001";
    static final String OTHER_CUSTOMER = "13900000002";

    private static final String SITE =
            Path.of("../config/demo/site.yaml").toAbsolutePath().toString();
    private static final List<String> REGISTERED =
            List.of("13800000001", "13800000002", "13800000003", CUSTOMER, OTHER_CUSTOMER);

    private final Path data;
    private final String[] flags;
    private RunningProduct product;
    private final Telephones phones;

    private Exchange(Path data, String[] flags, RunningProduct product, Telephones phones) {
        this.data = data;
        this.flags = flags;
        this.product = product;
        this.phones = phones;
    }

    static Exchange start(String... moreFlags) throws IOException, InterruptedException {
        // A control socket's path must be short, so not below the build folder.
        Path data = Files.createTempDirectory("wl");
        int sipPort = FreePorts.udp();
        int rtpFirst = FreePorts.range(400);
        List<String> flags = new ArrayList<>(List.of(
                "--site=" + SITE,
                "--roles=hotline,desk,dashboard",
                "--sip-port=" + sipPort,
                "--agi-port=" + FreePorts.tcp(),
                "--ami-port=" + FreePorts.tcp(),
                "--set=hotline.rtpFirst=" + rtpFirst,
                "--set=hotline.rtpLast=" + (rtpFirst + 399),
                "--set=hotline.asteriskRoot=" + Peer.root("asterisk")));
        flags.addAll(List.of(moreFlags));
        String[] all = flags.toArray(String[]::new);
        RunningProduct product = RunningProduct.start(data, all);
        Telephones phones =
                Telephones.start(FreePorts.udp(), "127.0.0.1:" + sipPort, product.phonePassword(), REGISTERED);
        Exchange exchange = new Exchange(data, all, product, phones);
        exchange.awaitHotline();
        return exchange;
    }

    RunningProduct product() {
        return product;
    }

    /** Runs a command of the product beside it. */
    CommandOutcome command(String... arguments) throws IOException {
        return CommandOutcome.beside(data, arguments);
    }

    void kill() {
        product.kill();
    }

    void restart() {
        product = RunningProduct.start(data, flags);
        awaitHotline();
    }

    /** A customer calls and reports a fault of the first machine that is offered; returns the ticket. */
    JsonNode report(String number) {
        PhoneCall caller = phones.call(number, "4008001234");
        JsonNode call = product.await(
                "/calls",
                "the call in the log",
                item -> item.get("caller").asText().equals(number));
        String channel = call.get("id").asText();
        awaitPrompt(channel, "welcome");
        caller.press("1");
        awaitPrompt(channel, "menu");
        caller.press("1");
        awaitPrompt(channel, "your-number");
        caller.press("1");
        awaitPrompt(channel, "your-machines");
        caller.press("1");
        awaitPrompt(channel, "beep");
        caller.speak(1000);
        Path message = data.resolve("recordings/calls/" + channel + ".wav");
        RunningProduct.waitFor("the message", () -> message.toFile().length() > 8000);
        caller.press("#");
        JsonNode logged = product.await(
                "/calls",
                "the ticket",
                item -> item.get("id").asText().equals(channel)
                        && item.get("ticket").asLong() > 0);
        return product.get("/tickets/" + logged.get("ticket").asLong());
    }

    /** The offer that is live now for the callback to {@code number}, beside {@code lost}. */
    JsonNode offer(String number, String lost) {
        return product.await(
                        "/callbacks",
                        "somebody being rung",
                        item -> item.get("number").asText().equals(number)
                                && item.get("state").path("offers").size() > 0
                                && (lost.isEmpty()
                                        || !item.get("state").toString().contains(lost)))
                .get("state")
                .get("offers")
                .get(0);
    }

    /** Answers the telephone that {@code offer} rings and accepts by the keys. */
    PhoneCall accept(JsonNode offer) {
        PhoneCall engineer = answer(offer);
        AttemptId attempt = attempt(offer);
        awaitPrompt(attempt.toString(), "press");
        engineer.press(offer.get("acceptKeys").asText());
        return engineer;
    }

    PhoneCall answer(JsonNode offer) {
        return phones.ringing(offer.get("staff").get("phone").asText()).answer();
    }

    static AttemptId attempt(JsonNode offer) {
        return new AttemptId(UUID.fromString(offer.get("attempt").asText()));
    }

    PhoneCall customer(String number) {
        return phones.ringing(number).answer();
    }

    JsonNode awaitState(String number, String state) {
        return product.await(
                "/callbacks",
                "the state " + state,
                item -> item.get("number").asText().equals(number)
                        && state(item).equals(state));
    }

    /** The promise of a callback to {@code number} once it is kept. */
    JsonNode keptPromise(String number) {
        String promise = awaitState(number, "Done").get("promise").asText();
        return product.await(
                "/promises",
                "the kept callback",
                item -> item.get("id").asText().equals(promise) && state(item).equals("Kept"));
    }

    /** The staff hang up after the talk, and the customer confirms. */
    void confirm(String number, PhoneCall engineer, PhoneCall customer) {
        String attempt =
                awaitState(number, "Talking").get("state").get("attempt").asText();
        engineer.hangUp();
        awaitPrompt(attempt, "confirm");
        customer.press("1");
    }

    static String state(JsonNode item) {
        return item.get("state").get("type").asText();
    }

    void awaitPrompt(String channel, String prompt) {
        RunningProduct.waitFor(
                prompt + " on " + channel,
                () -> ledger().stream()
                        .anyMatch(line -> line.contains("STREAM_BEGIN")
                                && line.contains(channel)
                                && line.contains("\"" + prompt + "\"")));
    }

    /** What Asterisk wrote down. */
    List<String> ledger() {
        Path file = data.resolve("asterisk/log/cel-custom/cel.csv");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void awaitHotline() {
        RunningProduct.waitFor("the hotline", () -> product.isUp("hotline"));
    }

    @Override
    public void close() throws IOException {
        product.close();
        phones.close();
    }
}
