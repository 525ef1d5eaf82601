package wrenchline.hotline.asterisk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.hotline.ivr.HungUp;
import wrenchline.hotline.ivr.Script;

/** The FastAGI server: each call's script runs on a virtual thread. */
public final class AgiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AgiServer.class);

    private final Server server;
    private final Thread acceptor;

    private AgiServer(Server server) {
        this.server = server;
        this.acceptor = Thread.ofPlatform().name("fastagi").daemon().unstarted(server::accept);
    }

    /**
     * Listens on {@code host} and {@code port}.
     *
     * @param scripts by the name with which the dialplan asks for them
     */
    public static AgiServer start(String host, int port, Map<String, Script> scripts) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        // The library tells of a port in use only in its own thread; it is better known at once.
        try (ServerSocket probe = new ServerSocket(port, 1, address)) {
            LOG.debug("port {} is free", probe.getLocalPort());
        } catch (IOException taken) {
            throw new IOException("listening for FastAGI on " + host + ":" + port + ": " + taken.getMessage(), taken);
        }
        AgiServer started = new AgiServer(new Server(address, port, scripts));
        started.acceptor.start();
        return started;
    }

    /** Takes no more calls, and gives the scripts of those that are ending a moment to write it down. */
    @Override
    public void close() {
        server.stop(Duration.ofSeconds(3));
    }

    /** Drops everything in the middle, as a kill does. */
    public void abandon() {
        server.stop(Duration.ZERO);
    }

    private static final class Server extends DefaultAgiServer {

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Server(InetAddress address, int port, Map<String, Script> scripts) {
            super(new Runner(scripts));
            setAddress(address);
            setPort(port);
        }

        @Override
        protected void execute(Runnable command) {
            threads.execute(command);
        }

        private void accept() {
            try {
                startup();
            } catch (IOException trouble) {
                LOG.error("serving FastAGI", trouble);
            }
        }

        private void stop(Duration patience) {
            shutdown();
            threads.shutdown();
            try {
                if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException impatient) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Runner(Map<String, Script> scripts) implements AgiScript {

        @Override
        public void service(AgiRequest request, AgiChannel channel) throws AgiException {
            Script script = scripts.get(request.getScript());
            if (script == null) {
                throw new AgiException("there is no script " + request.getScript());
            }
            try {
                script.run(new AgiLine(request, channel));
            } catch (HungUp gone) {
                LOG.debug("{}: {}", request.getScript(), gone.getMessage());
            }
        }
    }
}
