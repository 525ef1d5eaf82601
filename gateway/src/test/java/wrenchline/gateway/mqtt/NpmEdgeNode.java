package wrenchline.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** An edge node of npm's sparkplug-client, in a process of its own. */
final class NpmEdgeNode implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final Writer orders;

    /**
     * Connects and publishes its births.
     *
     * @param birth metrics of the device, as JSON
     * @param compress empty, DEFLATE or GZIP
     */
    NpmEdgeNode(String url, String node, String device, String birth, String compress) throws IOException {
        this(url, "secret", node, device, birth, compress);
    }

    /** @param password of the account {@code controller} */
    NpmEdgeNode(String url, String password, String node, String device, String birth, String compress)
            throws IOException {
        String root = System.getenv("WRENCHLINE_SPARKPLUG_ROOT");
        if (root == null) {
            throw new IllegalStateException(
                    "WRENCHLINE_SPARKPLUG_ROOT is not set; 'tools/peer sparkplug' makes the folder it names");
        }
        String settings = """
                {"serverUrl": "%s", "username": "controller", "password": "%s", "group": "hall", "edgeNode": "%s",
                 "device": "%s", "birth": %s, "compress": "%s"}
                """.formatted(url, password, node, device, birth, compress);
        ProcessBuilder builder =
                new ProcessBuilder(root + "/bin/node", script().toString(), settings).redirectErrorStream(true);
        builder.environment().put("NODE_PATH", root + "/node_modules");
        this.process = builder.start();
        this.said = process.inputReader();
        this.orders = process.outputWriter();
        awaitSaid("born");
    }

    void data(String metrics) throws IOException {
        order("{\"do\": \"data\", \"metrics\": " + metrics + "}");
    }

    void loseMessage() throws IOException {
        order("{\"do\": \"lose a message\"}");
    }

    void deviceDeath() throws IOException {
        order("{\"do\": \"device death\"}");
    }

    /** Waits until it was asked for its births and has published them. */
    void awaitReborn() throws IOException {
        awaitSaid("reborn");
    }

    /** Ends without a farewell. */
    void crash() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        crash();
    }

    private void order(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }

    private void awaitSaid(String wanted) throws IOException {
        String line = said.readLine();
        assertThat(line).as("what the edge node says").isEqualTo(wanted);
    }

    private static Path script() {
        try {
            return Path.of(Objects.requireNonNull(NpmEdgeNode.class.getResource("/sparkplug-edge.js"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("finding the script of the edge node", e);
        }
    }
}
