package wrenchline.gateway.mqtt.paho;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pings the broker, also while its messages are held back, and ends a connection on which nothing comes any more. Paho's own
 * keep-alive takes a client that is held back for a dead broker.
 */
final class KeepAlive {

    private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);

    private final Duration interval;
    private final Gate gate;
    private final PacketReader in;
    private final PacketOutput out;
    private final Runnable end;

    /**
     * @param interval announced to the broker; pings go out twice as often
     * @param end ends the connection
     */
    KeepAlive(Duration interval, Gate gate, PacketReader in, PacketOutput out, Runnable end) {
        this.interval = interval;
        this.gate = gate;
        this.in = in;
        this.out = out;
        this.end = end;
    }

    /** Begins; to be interrupted when the connection ends. */
    Thread start() {
        return Thread.ofVirtual().name("broker keep-alive").start(this::run);
    }

    private void run() {
        try {
            for (Thread.sleep(interval.dividedBy(2)); !isDead(); Thread.sleep(interval.dividedBy(2))) {
                out.ping();
            }
            LOG.warn("the broker has not answered for {}", interval);
            end.run();
        } catch (IOException e) {
            LOG.debug("pinging the broker", e);
            end.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While messages are held back, nobody looks what comes. */
    private boolean isDead() {
        long since = Math.max(in.heard(), gate.opened());
        return gate.isOpen()
                && System.nanoTime() - since
                        > interval.plus(interval.dividedBy(4)).toNanos();
    }
}
