package wrenchline.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An InfluxDB 1 with its usual settings: each write is synced. */
final class InfluxServer implements AutoCloseable {

    static final String DATABASE = "telemetry";

    private static final Pattern POINTS = Pattern.compile("\"pointsWrittenOK\":(\\d+)");
    private final int port = Program.freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    /**
     * @param root the folder that {@code tools/peer influxdb} prints
     * @param folder for its files
     */
    InfluxServer(Path root, Path folder) throws IOException, InterruptedException {
        Path configuration = Files.createDirectories(folder).resolve("influxdb.conf");
        Files.writeString(configuration, """
            reporting-disabled = true
            bind-address = "127.0.0.1:%d"
            [meta]
              dir = "%3$s/meta"
            [data]
              dir = "%3$s/data"
              wal-dir = "%3$s/wal"
              query-log-enabled = false
            [monitor]
              store-enabled = false
            [http]
              bind-address = "127.0.0.1:%2$d"
              log-enabled = false
            """.formatted(Program.freePort(), port, folder));
        Path log = folder.resolve("influxdb.log");
        this.process = Program.start(
                log, List.of(root.resolve("bin/influxd").toString(), "-config", configuration.toString()));
        Program.awaitPort(process, port, log);
        ask(HttpRequest.newBuilder(uri("/query?q=CREATE%20DATABASE%20" + DATABASE))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    int port() {
        return port;
    }

    Process process() {
        return process;
    }

    /** Points on disk, counted by the server itself. */
    long points() {
        Matcher points = POINTS.matcher(ask(HttpRequest.newBuilder(uri("/debug/vars"))));
        return points.find() ? Long.parseLong(points.group(1)) : 0;
    }

    @Override
    public void close() {
        Program.stop(process);
        http.close();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String ask(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("asking InfluxDB", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asking InfluxDB", e);
        }
    }
}
