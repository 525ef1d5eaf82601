package wrenchline.bench.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import wrenchline.bench.Access;
import wrenchline.bench.ChildProduct;
import wrenchline.testkit.sms.Smsc;
import wrenchline.testkit.sms.Submitted;

/**
 * From a controller's MQTT message to the short message at the centre: intake, ticket, promises, outbox, SMPP. Each sample is an event
 * that opens a ticket of its own.
 */
public final class SmsLatency {

    private static final int WARM_UP = 30;

    /** Of the demo. */
    private static final int LIFTS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SmsLatency() {}

    /**
     * @param arguments samples, the port for SMPP, the product's {@code access.json}, its log, and its command
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, MqttException {
        int samples = Integer.parseInt(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        List<String> command = List.of(arguments).subList(4, arguments.length);
        try (Smsc centre = Smsc.start(ServerSocketFactory.getDefault(), port);
                ChildProduct product = new ChildProduct(command, Path.of(arguments[2]), Path.of(arguments[3]))) {
            Access access = product.awaitReady();
            while (centre.binds() == 0) {
                Thread.sleep(20);
            }
            List<Double> millis = measure(access, centre, samples);
            millis.sort(null);
            System.out.printf(
                    "event to SMS submitted: %d samples, p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                    millis.size(), at(millis, 0.50), at(millis, 0.90), at(millis, 0.99), millis.getLast());
        }
    }

    private static List<Double> measure(Access access, Smsc centre, int samples)
            throws MqttException, InterruptedException {
        Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
        Map<String, Long> arrived = new ConcurrentHashMap<>();
        centre.afterTaking(() -> {
            Submitted taken = centre.taken().getLast();
            awaited.forEach((code, latch) -> {
                if (taken.text().contains(code)) {
                    arrived.put(code, System.nanoTime());
                    latch.countDown();
                }
            });
        });
        List<Double> millis = new ArrayList<>();
        MqttClient controller = new MqttClient(
                "tcp://" + access.mqttHost() + ":" + access.mqttPort(), "sms-latency", new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(access.username());
        options.setPassword(access.password().toCharArray());
        controller.connect(options);
        for (int sample = -WARM_UP; sample < samples; sample++) {
            String code = "Q%03d".formatted(sample + WARM_UP);
            CountDownLatch latch = new CountDownLatch(1);
            awaited.put(code, latch);
            byte[] event = ("{\"ts\": " + System.currentTimeMillis() + ", \"code\": \"" + code
                            + "\", \"severity\": \"major\", \"text\": \"sample\"}")
                    .getBytes(StandardCharsets.UTF_8);
            long began = System.nanoTime();
            controller.publish("equipment/lift-0" + (1 + Math.floorMod(sample, LIFTS)) + "/event", event, 1, false);
            if (!latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("measuring: no message for event " + code);
            }
            awaited.remove(code);
            if (sample >= 0) {
                millis.add((arrived.getOrDefault(code, began) - began) / 1e6);
            }
            // At no fixed place between two looks into the outbox.
            Thread.sleep(Math.floorMod(sample * 37L, 100));
        }
        controller.disconnect();
        controller.close();
        return millis;
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
