package wrenchline.hotline.asterisk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.HotlineSettings;
import wrenchline.core.evidence.OtherClock;
import wrenchline.hotline.callback.Exchange;

/** The exchange behind Asterisk's manager interface; connects again whenever the connection breaks. */
public final class AmiExchange implements Exchange, OtherClock, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AmiExchange.class);
    private static final Duration PING = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HotlineSettings settings;
    private final Thread keeper = Thread.ofVirtual().name("ami-keeper").unstarted(this::keep);
    private volatile @Nullable AmiConnection current;
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean closing;
    private volatile String trouble = "not connected yet";

    public AmiExchange(HotlineSettings settings) {
        this.settings = settings;
    }

    public void start() {
        keeper.start();
    }

    @Override
    public long connection() {
        AmiConnection connection = current;
        return connection != null && connection.isOpen() ? connections.get() : 0;
    }

    /** Why there is no connection. */
    public String trouble() {
        return trouble;
    }

    @Override
    public Placed ring(Ring ring) throws IOException {
        AmiConnection connection = connected();
        String way = way(connection, ring.number());
        if (way.isEmpty()) {
            return new Placed.NoWay();
        }
        var originated = connection.originate(originate(ring, way));
        return originated.answer().isSuccess()
                ? new Placed.Dialling(originated.outcome())
                : new Placed.Refused(originated.answer().get("Message"));
    }

    @Override
    public void hangUp(String channel) throws IOException {
        AmiMessage answer = connected().send(Map.of("Action", "Hangup", "Channel", channel, "Cause", "16"));
        LOG.info("hanging up {}: {}", channel, answer.get("Message"));
    }

    @Override
    public Set<String> live() throws IOException {
        Set<String> live = new HashSet<>();
        for (AmiMessage channel : connected().list(Map.of("Action", "CoreShowChannels"))) {
            live.add(channel.get("Uniqueid"));
            live.add(channel.get("Linkedid"));
        }
        return live;
    }

    @Override
    public String name() {
        return "telephone-system";
    }

    /** As it answers a ping. */
    @Override
    public Optional<Instant> now() {
        try {
            String stamp = connected().send(Map.of("Action", "Ping")).get("Timestamp");
            return stamp.matches("\\d{1,11}\\.\\d{6}")
                    ? Optional.of(Instant.EPOCH.plus(Long.parseLong(stamp.replace(".", "")), ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    /** A registered telephone first, then the trunk; empty when there is neither. */
    private String way(AmiConnection connection, String number) throws IOException {
        if (!number.matches("\\d{2,20}")) {
            return "";
        }
        AmiMessage contact =
                connection.send(Map.of("Action", "Getvar", "Variable", "PJSIP_AOR(" + number + ",contact)"));
        if (!contact.get("Value").isEmpty()) {
            return "PJSIP/" + number;
        }
        return settings.trunk().isEmpty() ? "" : "PJSIP/" + number + "@trunk";
    }

    private Map<String, String> originate(Ring ring, String way) {
        Map<String, String> action = new LinkedHashMap<>();
        action.put("Action", "Originate");
        action.put("Channel", way);
        action.put("ChannelId", ring.channel());
        action.put("Context", ring.context());
        action.put("Exten", "s");
        action.put("Priority", "1");
        action.put("Timeout", Long.toString(ring.ringFor().toMillis()));
        action.put("CallerID", "<" + settings.number() + ">");
        action.put("Account", ring.account());
        action.put("Async", "true");
        Map<String, String> variables = new HashMap<>();
        ring.variables().forEach((name, value) -> variables.put("Variable " + name, name + "=" + value));
        action.putAll(variables);
        return action;
    }

    private AmiConnection connected() throws IOException {
        AmiConnection connection = current;
        if (connection == null || !connection.isOpen()) {
            throw new IOException("the manager interface is away");
        }
        return connection;
    }

    private void keep() {
        while (!closing) {
            try (AmiConnection connection = AmiConnection.open(
                    settings.amiHost(),
                    settings.amiPort(),
                    settings.amiUser(),
                    settings.amiSecret().value())) {
                connections.incrementAndGet();
                current = connection;
                LOG.info("connected to Asterisk's manager interface");
                while (!closing && connection.isOpen()) {
                    connection.send(Map.of("Action", "Ping"));
                    rest(PING, connection);
                }
                trouble = "the connection broke";
            } catch (IOException away) {
                trouble = String.valueOf(away.getMessage());
                LOG.debug("Asterisk's manager interface is away: {}", away.getMessage());
                rest(PAUSE, null);
            }
        }
    }

    private void rest(Duration time, @Nullable AmiConnection connection) {
        long until = System.nanoTime() + time.toNanos();
        try {
            while (!closing && System.nanoTime() < until && (connection == null || connection.isOpen())) {
                Thread.sleep(100);
            }
        } catch (InterruptedException closed) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        keeper.interrupt();
    }
}
