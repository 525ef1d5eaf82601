package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@code mosquitto_sub} that runs, and calls of {@code mosquitto_pub}: clients that were not made for our endpoint. */
final class MosquittoClient implements AutoCloseable {

    private static final String MESSAGE = "MESSAGE ";

    /** Each message as {@code topic qos retain payload}. */
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    private final Process process;

    /** Begins to connect and to subscribe. */
    MosquittoClient(int port, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-F", MESSAGE + "%t %q %r %p"));
        all.addAll(arguments);
        this.process = start("mosquitto_sub", port, all);
        Thread.ofVirtual().start(this::read);
    }

    /** Publishes, and returns once it is acknowledged. */
    static void publish(int port, String... arguments) throws IOException, InterruptedException {
        Process publisher = start("mosquitto_pub", port, List.of(arguments));
        String output = new String(publisher.getInputStream().readAllBytes(), UTF_8);
        if (publisher.waitFor() != 0) {
            throw new IllegalStateException("mosquitto_pub: " + output);
        }
    }

    /** Says farewell. */
    void leave() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    /** Ends without a farewell. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                messages.add(line.startsWith(MESSAGE) ? line.substring(MESSAGE.length()) : line);
            }
        } catch (IOException closed) {
            messages.add(closed.toString());
        }
    }

    private static Process start(String program, int port, List<String> arguments) throws IOException {
        String root = System.getenv("WRENCHLINE_MOSQUITTO_ROOT");
        if (root == null) {
            throw new IllegalStateException(
                    "WRENCHLINE_MOSQUITTO_ROOT is not set; 'tools/peer mosquitto' makes the folder it names");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(root, "bin", program).toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-u",
                EndpointFixture.USERNAME,
                "-P",
                EndpointFixture.PASSWORD));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
