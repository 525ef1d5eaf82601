package wrenchline.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server process that holds a data folder, as its {@code postmaster.pid} tells of it; it may be left over from an earlier
 * run that was killed.
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The live server of {@code data}, if there is one. A leftover file without its process does not count. */
    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            int port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            return holds(pid, data) ? Optional.of(new Postmaster(pid, port, ready)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            // No file, or one that is being written at this moment: nobody is there to talk to yet.
            return Optional.empty();
        }
    }

    /** Stops it and waits for its end: by a fast shutdown, and when that takes too long by an immediate one. */
    void stop() {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            signal(signal);
            if (ended()) {
                return;
            }
        }
        throw new IllegalStateException("stopping the old PostgreSQL server: process " + pid + " does not end");
    }

    /** A process of that number may have nothing to do with PostgreSQL; the server's folder of work is its data. */
    private static boolean holds(long pid, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc/" + pid + "/cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("signalling the PostgreSQL server " + pid, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean ended() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("waiting for the end of the PostgreSQL server " + pid, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("waiting for the PostgreSQL server " + pid + ": interrupted", e);
    }
}
