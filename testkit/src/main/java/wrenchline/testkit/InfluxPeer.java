package wrenchline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real InfluxDB 1 for tests, behind an nginx that gives it the write path of version 2. The programs come from the folder in the
 * environment variable {@code WRENCHLINE_INFLUXDB_ROOT}; without it the test fails.
 */
public final class InfluxPeer implements AutoCloseable {

    private static final String CONFIGURATION = """
            reporting-disabled = true
            bind-address = "127.0.0.1:{backupPort}"
            [meta]
              dir = "{folder}/meta"
            [data]
              dir = "{folder}/data"
              wal-dir = "{folder}/wal"
            [http]
              bind-address = "127.0.0.1:{port}"
              log-enabled = false
            """;

    private static final String MAPPING = """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log nginx-error.log;
            events { worker_connections 256; }
            http {
              access_log off;
              client_max_body_size 64m;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              map $arg_bucket $database { "~^(?<name>.+?)(%2F|/)" $name; default $arg_bucket; }
              map $arg_bucket $policy { "~(%2F|/)(?<rest>.+)$" $rest; default ""; }
              server {
                listen 127.0.0.1:{mappedPort};
                location = /api/v2/write {
                  proxy_pass http://127.0.0.1:{port}/write?db=$database&rp=$policy&precision=n;
                }
                location / { proxy_pass http://127.0.0.1:{port}; }
              }
            }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path root;
    private final Path folder;
    private final int port;
    private final int mappedPort;
    private final Process nginx;
    private @Nullable Process influxd;

    private InfluxPeer(Path root, Path folder) throws IOException {
        this.root = root;
        this.folder = folder;
        this.port = freePort();
        this.mappedPort = freePort();
        Files.writeString(
                folder.resolve("influxdb.conf"),
                CONFIGURATION
                        .replace("{backupPort}", Integer.toString(freePort()))
                        .replace("{port}", Integer.toString(port))
                        .replace("{folder}", folder.toString()));
        Files.writeString(
                folder.resolve("nginx.conf"),
                MAPPING.replace("{mappedPort}", Integer.toString(mappedPort))
                        .replace("{port}", Integer.toString(port)));
        this.nginx = run(
                "nginx",
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString());
    }

    /** Starts it with its files in {@code folder}. */
    public static InfluxPeer start(Path folder) {
        String root = System.getenv("WRENCHLINE_INFLUXDB_ROOT");
        if (root == null) {
            throw new IllegalStateException(
                    "starting InfluxDB: WRENCHLINE_INFLUXDB_ROOT is not set; see tools/peer influxdb");
        }
        try {
            InfluxPeer peer = new InfluxPeer(
                    Path.of(root), Files.createDirectories(folder).toRealPath());
            peer.startServer();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException("starting InfluxDB in " + folder, e);
        }
    }

    /** Where clients of version 2 find it. */
    public String url() {
        return "http://127.0.0.1:" + mappedPort;
    }

    /** Starts the server, alone or again after {@link #killServer}, and returns when it answers through the mapping. */
    public void startServer() {
        Process process =
                run("influxd", "-config", folder.resolve("influxdb.conf").toString());
        influxd = process;
        while (status(URI.create(url() + "/ping")) != 204) {
            if (!process.isAlive() || !nginx.isAlive()) {
                throw new IllegalStateException("starting InfluxDB: it ended; see the logs in " + folder);
            }
        }
    }

    /** Kills the server with SIGKILL; the mapping stays and answers 502. */
    public void killServer() {
        if (influxd != null) {
            end(influxd.destroyForcibly());
        }
    }

    /** Runs an InfluxQL statement. */
    public void execute(String statement) {
        post("/query?q=" + URLEncoder.encode(statement, StandardCharsets.UTF_8), "");
    }

    /** Posts {@code body} to the server's own interface. */
    public void post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("posting to InfluxDB at " + path + ": " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("posting to InfluxDB at " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("posting to InfluxDB at " + path + ": interrupted", e);
        }
    }

    private int status(URI uri) {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException _) {
            // Not up yet.
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waiting for InfluxDB: interrupted", e);
        }
    }

    private Process run(String program, String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(root.resolve("bin").resolve(program).toString());
        builder.command().addAll(List.of(arguments));
        try {
            return builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(program + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + program + " from " + root, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        nginx.destroy();
        end(nginx);
        killServer();
    }
}
