package wrenchline.hotline.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.HotlineSettings;
import wrenchline.hotline.ledger.Row;
import wrenchline.hotline.ledger.SecondWitness;

/**
 * Watches the channel events (CEL) by a manager connection of its own, so that no flood of them can hold up an order; connects again
 * whenever the connection breaks. Its reader only hands on.
 */
public final class AmiWitness implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AmiWitness.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int CONNECT_MILLIS = 2000;

    /** What comes meanwhile is read together: each event by itself costs more to wake up for than to read. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private final HotlineSettings settings;
    private final SecondWitness witness;
    private final InstantSource clock;
    private final Thread keeper = Thread.ofVirtual().name("ami-witness").unstarted(this::keep);
    private volatile Socket socket = new Socket();
    private volatile boolean closing;

    public AmiWitness(HotlineSettings settings, SecondWitness witness, InstantSource clock) {
        this.settings = settings;
        this.witness = witness;
        this.clock = clock;
    }

    public void start() {
        keeper.start();
    }

    private void keep() {
        while (!closing) {
            try (Socket open = new Socket()) {
                socket = open;
                watch(open);
            } catch (IOException away) {
                LOG.debug("watching the channel events: {}", away.getMessage());
                rest(PAUSE);
            }
        }
    }

    private void watch(Socket open) throws IOException {
        open.connect(new InetSocketAddress(settings.amiHost(), settings.amiPort()), CONNECT_MILLIS);
        // A line without calls is silent: a connection that is dead without a word costs only the second witness.
        open.setKeepAlive(true);
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(open.getInputStream(), StandardCharsets.UTF_8));
        reader.readLine();
        Map<String, String> login = new LinkedHashMap<>();
        login.put("Action", "Login");
        login.put("Username", settings.amiUser() + "-witness");
        login.put("Secret", settings.amiSecret().value());
        login.put("Events", "call");
        open.getOutputStream().write(AmiMessage.write(login).getBytes(StandardCharsets.UTF_8));
        while (!closing) {
            if (!reader.ready()) {
                rest(BREATH);
            }
            AmiMessage message = AmiMessage.read(reader);
            if (message.get("Event").equals("CEL")) {
                Instant now = clock.instant();
                witness.saw(row(message, now), now);
            }
        }
    }

    /** The manager interface tells the time in whole seconds: it is taken to be now. */
    private static Row row(AmiMessage message, Instant now) {
        return new Row(
                message.get("EventName"),
                now,
                message.get("LinkedID"),
                message.get("UniqueID"),
                message.get("CallerIDnum"),
                message.get("Exten"),
                message.get("Context"),
                message.get("AccountCode"),
                message.get("Extra"),
                message.fields().toString());
    }

    private void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException closed) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("the connection was gone already: {}", gone.getMessage());
        }
        keeper.interrupt();
    }
}
