package wrenchline.hotline.asterisk;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.HotlineSettings;
import wrenchline.config.HotlineSettings.AsteriskSettings.Started;

/**
 * The Asterisk that the product starts: starts it again when it dies, and stops it with the product. When the product was killed,
 * Asterisk goes on taking messages by itself; the next start finds it and goes on with it.
 */
public final class AsteriskProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AsteriskProcess.class);
    private static final Duration BOOT = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final HotlineSettings settings;
    private final Started started;
    private final RunFolder folder;
    private final Thread keeper = Thread.ofVirtual().name("asterisk-keeper").unstarted(this::keep);
    private volatile @Nullable ProcessHandle process;
    private volatile Standing standing = new Standing.Down("Asterisk is being started");
    private volatile boolean closing;

    public AsteriskProcess(HotlineSettings settings, Started started) {
        this.settings = settings;
        this.started = started;
        this.folder = new RunFolder(settings, started);
    }

    /** Begins to start it; {@link #standing} tells when it is there. */
    public void start() {
        keeper.start();
    }

    public Standing standing() {
        return standing;
    }

    /** For these numbers a telephone may register. */
    public void telephones(Collection<String> numbers) throws IOException {
        Path file = started.run().resolve("etc/telephones.conf");
        Files.createDirectories(file.getParent());
        if (RunFolder.writeIfNew(file, Telephones.configuration(numbers)) && standing instanceof Standing.Up) {
            command("module reload res_pjsip.so");
        }
    }

    private void keep() {
        Duration pause = Duration.ofMillis(500);
        while (!closing) {
            try {
                ProcessHandle running = find();
                process = running;
                standing = new Standing.Up();
                pause = Duration.ofMillis(500);
                LOG.info("Asterisk runs as process {}", running.pid());
                running.onExit().join();
                standing = new Standing.Down("Asterisk ended by itself and is being started again");
                if (!closing) {
                    LOG.warn("Asterisk ended by itself and is being started again");
                }
            } catch (IOException trouble) {
                String reason = String.valueOf(trouble.getMessage());
                standing = new Standing.Down(reason);
                LOG.warn("the hotline is down: {}", reason);
                pause = rest(pause);
            }
        }
    }

    /** The one left over from a product that was killed, if it runs with the same configuration; otherwise a new one. */
    private ProcessHandle find() throws IOException {
        boolean changed = folder.write();
        ProcessHandle old = leftOver();
        if (old != null && !changed && booted()) {
            LOG.info("an Asterisk that the product left behind still runs; going on with it");
            return old;
        }
        if (old != null) {
            stop(old);
        }
        return launch();
    }

    private @Nullable ProcessHandle leftOver() throws IOException {
        Path file = folder.control().resolve("asterisk.pid");
        if (!Files.exists(file)) {
            return null;
        }
        String pid = Files.readString(file).strip();
        return pid.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(pid))
                        .filter(handle -> isOurs(handle.pid()))
                        .orElse(null)
                : null;
    }

    /** A process id may have been given to somebody else since. */
    private boolean isOurs(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(folder.configuration().toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private ProcessHandle launch() throws IOException {
        portsAreFree();
        Path output = started.run().resolve("log/start.log");
        // In a session of its own: Ctrl-C in the terminal is for the product, which then stops it in order.
        Process child = new ProcessBuilder(
                        "setsid", program(), "-C", folder.configuration().toString(), "-f", "-n")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process = child.toHandle();
        long until = System.nanoTime() + BOOT.toNanos();
        while (!booted()) {
            if (!child.isAlive()) {
                throw new IOException("starting Asterisk: it ended with code " + child.exitValue() + "; see " + output);
            }
            if (closing || System.nanoTime() > until) {
                stop(child.toHandle());
                throw new IOException(
                        "starting Asterisk: it was not ready in " + BOOT.toSeconds() + " s; see " + output);
            }
            rest(Duration.ofMillis(50));
        }
        return child.toHandle();
    }

    /** Asterisk starts happily without its ports; so they are tried first. */
    private void portsAreFree() throws IOException {
        try (DatagramSocket sip = new DatagramSocket(new InetSocketAddress(settings.sipHost(), settings.sipPort()))) {
            LOG.debug("UDP port {} is free", sip.getLocalPort());
        } catch (SocketException taken) {
            throw new IOException(
                    "listening for SIP on " + settings.sipHost() + ":" + settings.sipPort() + ": " + taken.getMessage(),
                    taken);
        }
        try (ServerSocket manager = new ServerSocket()) {
            manager.setReuseAddress(true);
            manager.bind(new InetSocketAddress(settings.amiHost(), settings.amiPort()));
        } catch (IOException taken) {
            throw new IOException(
                    "opening the manager interface on " + settings.amiHost() + ":" + settings.amiPort() + ": "
                            + taken.getMessage(),
                    taken);
        }
    }

    private boolean booted() throws IOException {
        return command("core waitfullybooted").contains("fully booted");
    }

    private String command(String command) throws IOException {
        Process client = new ProcessBuilder(
                        List.of(program(), "-C", folder.configuration().toString(), "-rx", command))
                .redirectErrorStream(true)
                .start();
        client.getOutputStream().close();
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String program() {
        return started.root().resolve("bin/asterisk").toString();
    }

    private Duration rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException closed) {
            closing = true;
        }
        Duration twice = time.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void stop(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stubborn) {
            LOG.warn("Asterisk did not stop in {} s and is killed", STOP.toSeconds());
            handle.destroyForcibly();
        }
    }

    /** Looks after it no longer, and lets it run. */
    public void abandon() {
        closing = true;
    }

    @Override
    public void close() {
        closing = true;
        ProcessHandle running = process;
        if (running != null && running.isAlive()) {
            stop(running);
        }
        keeper.interrupt();
        standing = new Standing.Down("the product is stopping");
    }
}
