package wrenchline.store.sql;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.Secret;

/**
 * A PostgreSQL server of our own: on loopback, with a password, every commit on disk. It ends with this process, also when that is
 * killed; a server left over from a killed run is stopped before a new one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database user. */
    static final String NAME = "wrenchline";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 3;

    private final RandomAccessFile lockFile;
    private final Process process;
    private final int port;

    private EmbeddedPostgres(RandomAccessFile lockFile, Process process, int port) {
        this.lockFile = lockFile;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @param folder for the data; only one process at a time can have it
     * @param cache where the programs are unpacked to and found again
     * @param port to listen on; 0 for any free one
     */
    public static EmbeddedPostgres start(Path folder, Path cache, int port, Secret password) {
        Path home = PostgresBinaries.unpackedIn(cache);
        try {
            Path absolute = Files.createDirectories(folder).toRealPath();
            RandomAccessFile lockFile = lock(absolute);
            try {
                return start(new PostgresCluster(home, absolute, Unprivileged.here()), lockFile, port, password);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("starting PostgreSQL in " + folder, e);
        }
    }

    private static EmbeddedPostgres start(
            PostgresCluster cluster, RandomAccessFile lockFile, int wantedPort, Secret password) throws IOException {
        Postmaster.of(cluster.data()).ifPresent(old -> {
            log.info("stopping the PostgreSQL server {} that an earlier run left over", old.pid());
            old.stop();
        });
        cluster.createIfMissing(password);
        for (int attempt = 1; ; attempt++) {
            int port = wantedPort == 0 ? freePort() : wantedPort;
            Process process = cluster.launch(port);
            if (cluster.awaitReady(process, PATIENCE)) {
                log.info("PostgreSQL is up on 127.0.0.1:{}", port);
                return new EmbeddedPostgres(lockFile, process, port);
            }
            end(process);
            // Somebody else may have taken the free port in the meantime.
            if (wantedPort != 0 || attempt == TRIES) {
                throw new IOException("starting PostgreSQL on port " + port + ": " + cluster.lastWords());
            }
        }
    }

    /** The lock goes with the process, however it ends, so a killed run never blocks the next one. */
    private static RandomAccessFile lock(Path folder) throws IOException {
        RandomAccessFile file = new RandomAccessFile(folder.resolve("in-use").toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            log.debug("the lock is held by this very process", e);
        }
        file.close();
        throw new IOException("locking " + folder + ": another process uses it");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** The database's URL; the user is {@code wrenchline}. */
    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    private static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The URL of the server that another process runs in {@code folder} now, if one does. */
    static Optional<String> runningIn(Path folder) {
        return Postmaster.of(folder.toAbsolutePath().resolve("data"))
                .filter(Postmaster::ready)
                .map(server -> jdbcUrl(server.port()));
    }

    /** Whether the server process is still there. */
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        end(process);
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("giving up the lock of the PostgreSQL data folder", e);
        }
    }

    /** Closing its input is the sign to stop; see {@link PostgresCluster#launch}. */
    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("stopping PostgreSQL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
