package wrenchline.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wrenchline.bench.load.Load;

/** A Mosquitto as one sets it up who wants it fast: nothing on disk, no limits, no delays, no log. */
final class MosquittoServer implements AutoCloseable {

    private final int port = Program.freePort();
    private final Process process;

    /**
     * @param root the folder that {@code tools/peer mosquitto} prints
     * @param folder for its files
     */
    MosquittoServer(Path root, Path folder) throws IOException, InterruptedException {
        Path configuration = Files.createDirectories(folder).resolve("mosquitto.conf");
        Files.writeString(configuration, """
            listener %d 127.0.0.1
            allow_anonymous true
            persistence false
            max_queued_messages 0
            max_inflight_messages 0
            set_tcp_nodelay true
            log_type error
            user %s
            """.formatted(port, System.getProperty("user.name")));
        Path log = folder.resolve("mosquitto.log");
        // Before others: it is one thread, and all wait for it. Without the right to it, it runs as others do.
        this.process = Program.start(
                log,
                List.of("nice", "-n", "-5", root.resolve("bin/mosquitto").toString(), "-c", configuration.toString()));
        Program.awaitPort(process, port, log);
    }

    Load where() {
        return Load.to("127.0.0.1", port, "", "");
    }

    int port() {
        return port;
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        Program.stop(process);
    }
}
