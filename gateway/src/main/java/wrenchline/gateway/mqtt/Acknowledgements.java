package wrenchline.gateway.mqtt;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.gateway.ingest.Acknowledgement;
import wrenchline.gateway.mqtt.paho.PahoClient;

/**
 * The messages of one connection that are not acknowledged, in the order in which they came and are acknowledged (MQTT-4.6.0),
 * whatever the order in which the pipeline is done with them.
 */
final class Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final PahoClient client;
    private final Queue<Pending> order = new ArrayDeque<>();
    private final Runnable send = this::send;

    Acknowledgements(PahoClient client) {
        this.client = client;
    }

    /** The message with id {@code packet} is the newest; 0 needs no acknowledgement, but takes its turn all the same. */
    synchronized Acknowledgement expect(int packet) {
        Pending pending = new Pending(packet);
        order.add(pending);
        return pending;
    }

    synchronized int inFlight() {
        return order.size();
    }

    /** Waits until all are acknowledged; false when {@code patience} ends before. */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!order.isEmpty()) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized void send() {
        try {
            for (Pending head = order.peek(); head != null && head.isSettled; head = order.peek()) {
                order.remove();
                if (head.packet > 0) {
                    client.acknowledge(head.packet);
                }
            }
            client.acknowledgeAll();
        } catch (IOException e) {
            LOG.debug("acknowledging {} messages, which will come again", order.size() + 1, e);
            order.clear();
        }
        if (order.isEmpty()) {
            notifyAll();
        }
    }

    private final class Pending implements Acknowledgement {

        private final int packet;
        private volatile boolean isSettled;

        Pending(int packet) {
            this.packet = packet;
        }

        @Override
        public void settled(Outcome outcome) {
            isSettled = true;
        }

        @Override
        public Runnable afterGroup() {
            return send;
        }
    }
}
