package wrenchline.gateway.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real Mosquitto with its files in a folder of the test, so that it can be stopped and started again. */
final class Mosquitto implements AutoCloseable {

    private final Path root;
    private final Path folder;
    private final int port;
    private Process process;

    Mosquitto(Path folder) throws IOException {
        String configured = System.getenv("WRENCHLINE_MOSQUITTO_ROOT");
        if (configured == null) {
            throw new IllegalStateException(
                    "WRENCHLINE_MOSQUITTO_ROOT is not set; 'tools/peer mosquitto' makes the folder it names");
        }
        this.root = Path.of(configured);
        this.folder = folder;
        this.port = freePort();
        Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence true
                persistence_location %s/
                max_queued_messages 0
                """.formatted(port, folder));
        if (System.getProperty("user.name").equals("root")) {
            Files.writeString(folder.resolve("mosquitto.conf"), "user root\n", StandardOpenOption.APPEND);
        }
        this.process = start();
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Publishes each line as a message of QoS 1. */
    void publish(String topic, List<String> lines) throws IOException, InterruptedException {
        publish(topic, lines, false);
    }

    /** The same, and the broker retains the last one. */
    void retain(String topic, String line) throws IOException, InterruptedException {
        publish(topic, List.of(line), true);
    }

    private void publish(String topic, List<String> lines, boolean retain) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("bin/mosquitto_pub").toString(), "-h", "127.0.0.1"));
        command.addAll(List.of("-p", Integer.toString(port), "-q", "1", "-t", topic, "-l"));
        if (retain) {
            command.add("-r");
        }
        Process publisher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pub.log").toFile())
                .start();
        try (var lineWriter = publisher.outputWriter()) {
            lineWriter.write(String.join("\n", lines) + "\n");
        }
        if (publisher.waitFor() != 0) {
            throw new IllegalStateException("mosquitto_pub: " + Files.readString(folder.resolve("pub.log")));
        }
    }

    /** Stops properly: it writes its sessions to disk first. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    void startAgain() throws IOException {
        process = start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(
                        root.resolve("bin/mosquitto").toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        awaitPort(started);
        return started;
    }

    private void awaitPort(Process started) throws IOException {
        while (true) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (!started.isAlive()) {
                    throw new UncheckedIOException(
                            "starting Mosquitto: " + Files.readString(folder.resolve("mosquitto.log")), e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
