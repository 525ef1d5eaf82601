package wrenchline.bench.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Node-RED that writes what it reads from a broker to an InfluxDB, 500 messages at a time: far quicker than the usual flow, which
 * writes each message by itself.
 */
final class NodeRedServer implements AutoCloseable {

    private final Process process;

    /**
     * @param root the folder that {@code tools/peer node-red} prints
     * @param folder for its files
     */
    NodeRedServer(Path root, Path folder, MosquittoServer broker, InfluxServer influx)
            throws IOException, InterruptedException {
        int port = Program.freePort();
        Path settings = Files.createDirectories(folder).resolve("settings.js");
        Files.writeString(settings, """
            module.exports = {
              uiHost: "127.0.0.1", uiPort: %d, flowFile: "flows.json", httpAdminRoot: false, credentialSecret: false,
              logging: {console: {level: "warn", metrics: false, audit: false}}
            };
            """.formatted(port));
        Files.writeString(
                folder.resolve("flows.json"),
                flows().replace("{brokerPort}", Integer.toString(broker.port()))
                        .replace("{influxPort}", Integer.toString(influx.port()))
                        .replace("{database}", InfluxServer.DATABASE));
        Files.writeString(folder.resolve("package.json"), "{}");
        Files.createSymbolicLink(folder.resolve("node_modules"), root.resolve("node_modules"));
        Path log = folder.resolve("node-red.log");
        this.process = Program.start(
                log,
                List.of(
                        root.resolve("bin/node-red").toString(),
                        "--settings",
                        settings.toString(),
                        "--userDir",
                        folder.toString()));
        Program.awaitPort(process, port, log);
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        Program.stop(process);
    }

    private static String flows() throws IOException {
        try (InputStream flows = NodeRedServer.class.getResourceAsStream("node-red-flows.json")) {
            if (flows == null) {
                throw new IOException("node-red-flows.json is missing");
            }
            return new String(flows.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
