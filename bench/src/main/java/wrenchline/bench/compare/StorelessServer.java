package wrenchline.bench.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wrenchline.bench.load.Load;

/** A {@link StorelessGateway} in a process of its own. */
final class StorelessServer implements AutoCloseable {

    private final Process process;
    private final int port;
    private volatile long stored;

    /** @param folder for its intake log */
    StorelessServer(Path folder) throws IOException {
        Files.createDirectories(folder);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        this.process = new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-XX:MaxGCPauseMillis=20",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorelessGateway.class.getName(),
                        folder.resolve("intake").toString(),
                        Path.of(System.getenv("WRENCHLINE_HOME"), "config").toString())
                .redirectError(folder.resolve("gateway.log").toFile())
                .start();
        BufferedReader says = process.inputReader();
        this.port = Integer.parseInt(says.readLine());
        Thread.ofPlatform().daemon().name("no store").start(() -> listen(says));
    }

    Load where() {
        return Load.to("127.0.0.1", port, "", "");
    }

    long stored() {
        return stored;
    }

    Process process() {
        return process;
    }

    private void listen(BufferedReader says) {
        try {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                stored = Long.parseLong(line);
            }
        } catch (IOException closed) {
            // It was stopped.
        }
    }

    @Override
    public void close() {
        Program.stop(process);
    }
}
