package wrenchline.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import wrenchline.config.Secret;

/**
 * The files of one server, and the commands that create and serve them.
 *
 * @param home of the programs
 * @param folder absolute; holds the data and the log
 */
record PostgresCluster(Path home, Path folder, Unprivileged user) {

    private static final long LARGEST_LOG = 8L << 20;
    private static final Duration GLANCE = Duration.ofMillis(15);

    /**
     * Runs the server in a session of its own, so that Ctrl-C at the console does not reach it before we have closed our
     * connections; stops it when standard input ends, which happens also when this process is killed.
     */
    private static final String LEASH = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { cat <&3 >/dev/null; kill -INT $server; } &
            watcher=$!
            exec 3<&-
            wait $server
            code=$?
            kill $watcher 2>/dev/null
            exit $code
            """;

    Path data() {
        return folder.resolve("data");
    }

    private Path logFile() {
        return folder.resolve("postgres.log");
    }

    /** Creates the data; a creation that was cut short is thrown away and begun again. */
    void createIfMissing(Secret password) throws IOException {
        if (Files.exists(data())) {
            String version = Files.readString(data().resolve("PG_VERSION")).strip();
            if (!version.equals(PostgresBinaries.MAJOR)) {
                throw new IOException("opening " + data() + ": it was written by PostgreSQL " + version
                        + ", the programs are " + PostgresBinaries.MAJOR);
            }
            user.own(data());
            return;
        }
        Path partial = folder.resolve("data.partial");
        delete(partial);
        Files.createDirectory(
                partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path passwordFile = Files.createTempFile(folder, "password", "");
        try {
            Files.writeString(passwordFile, password.value());
            user.own(partial);
            user.own(passwordFile);
            initialise(partial, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void initialise(Path target, Path passwordFile) throws IOException {
        List<String> command = command("initdb");
        command.addAll(List.of("--pgdata=" + target, "--username=" + EmbeddedPostgres.NAME));
        command.addAll(List.of("--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8"));
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        Process process = logged(command).start();
        process.getOutputStream().close();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("creating a PostgreSQL database in " + folder + ": " + lastWords());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("creating a PostgreSQL database in " + folder + ": interrupted", e);
        }
    }

    Process launch(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", LEASH, "postgres-leash"));
        command.addAll(command("postgres"));
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "password_encryption=scram-sha-256",
                "max_connections=60",
                "log_min_messages=warning",
                "log_line_prefix=%m ",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return logged(command).start();
    }

    /** Waits until {@code process} takes connections; false when it ended or stayed silent instead. */
    boolean awaitReady(Process process, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (Postmaster.of(data()).filter(Postmaster::ready).isPresent()) {
                    return true;
                }
                if (process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("waiting for PostgreSQL in " + folder + ": interrupted", e);
        }
    }

    /** The end of the server's log. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(logFile());
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private List<String> command(String program) {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        return command;
    }

    private ProcessBuilder logged(List<String> command) throws IOException {
        if (Files.exists(logFile()) && Files.size(logFile()) > LARGEST_LOG) {
            Files.delete(logFile());
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static void delete(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
