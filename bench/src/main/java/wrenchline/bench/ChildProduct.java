package wrenchline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as a child process that can be killed, asked over HTTP like by anybody else. */
public final class ChildProduct implements AutoCloseable {

    private static final Pattern SEQ = Pattern.compile("\"seq\"\\s*:\\s*(\\d+)");
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern DISAGREES = Pattern.compile("\"agrees\"\\s*:\\s*false");
    private static final Duration STARTING = Duration.ofMinutes(3);

    private final List<String> command;
    private final Path accessFile;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /**
     * Starts it.
     *
     * @param command that becomes the product's JVM, or ends in it by {@code exec}
     * @param accessFile the {@code access.json} that it writes
     * @param log where its output goes
     */
    public ChildProduct(List<String> command, Path accessFile, Path log) {
        this.command = List.copyOf(command);
        this.accessFile = accessFile;
        this.log = log;
        this.process = launch();
    }

    /** Waits until it answers on HTTP. */
    public Access awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(STARTING);
        while (Instant.now().isBefore(deadline)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "starting the product: it ended with " + process.exitValue() + "; see " + log);
            }
            try {
                Access access = Access.read(accessFile);
                if (get(access, "/health/live").statusCode() == 200) {
                    return access;
                }
            } catch (IOException e) {
                // Not there yet.
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("starting the product: no answer within " + STARTING + "; see " + log);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts it again on the data that it left. */
    public void restart() {
        process = launch();
    }

    /** The counters of all readings of {@code equipment} in {@code [from, to)} that the product gives back. */
    Set<Long> kept(Access access, String equipment, Instant from, Instant to) throws IOException, InterruptedException {
        Set<Long> kept = new HashSet<>();
        String begin = from.toString();
        while (true) {
            HttpResponse<String> page = get(
                    access, "/api/v1/equipment/" + equipment + "/readings/raw?limit=10000&from=" + begin + "&to=" + to);
            if (page.statusCode() != 200) {
                throw new IOException("reading what the product kept: " + page.statusCode() + " " + page.body());
            }
            Matcher seq = SEQ.matcher(page.body());
            while (seq.find()) {
                kept.add(Long.valueOf(seq.group(1)));
            }
            Matcher next = NEXT.matcher(page.body());
            if (!next.find()) {
                return kept;
            }
            begin = next.group(1);
        }
    }

    /** What it answers to {@code path}. */
    public String answer(Access access, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(access, path);
        if (answer.statusCode() != 200) {
            throw new IOException("asking for " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** How many accounts of its ledger do not agree with what is in the history and in quarantine. */
    int unbalanced(Access access) throws IOException, InterruptedException {
        HttpResponse<String> ledger = get(access, "/api/v1/ledger?days=2&wait=10");
        if (ledger.statusCode() != 200 || !ledger.body().contains("\"agrees\"")) {
            throw new IOException("reading the ledger: " + ledger.statusCode() + " " + ledger.body());
        }
        return (int) DISAGREES.matcher(ledger.body()).results().count();
    }

    /** The value of a metric without labels, from {@code /metrics}. */
    public double metric(Access access, String name) {
        try {
            Matcher value = Pattern.compile("^" + name + " (\\S+)$", Pattern.MULTILINE)
                    .matcher(get(access, "/metrics").body());
            if (!value.find()) {
                throw new IllegalStateException("the product has no metric " + name);
            }
            return Double.parseDouble(value.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the metric " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the metric " + name, e);
        }
    }

    public Process process() {
        return process;
    }

    /** Ends it properly. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    private HttpResponse<String> get(Access access, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(access.http() + path))
                .header("Authorization", "Bearer " + access.operatorToken())
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Process launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + command, e);
        }
    }
}
