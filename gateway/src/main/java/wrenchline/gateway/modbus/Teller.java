package wrenchline.gateway.modbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.ingest.Publisher;
import wrenchline.gateway.payload.PayloadDecoder;
import wrenchline.gateway.payload.Sender;
import wrenchline.gateway.payload.TelemetryEncoder;

/** Says for a machine what it would publish if it spoke MQTT. Waits while the pipeline has no room. */
record Teller(Polled machine, Inlet inlet, InstantSource clock) {

    void readings(Map<String, Double> values) throws InterruptedException {
        // Without a time: what a controller thinks it is, is not among its registers.
        tell("telemetry", TelemetryEncoder.payload(values));
    }

    void status(boolean online) throws InterruptedException {
        tell("status", (online ? "online" : "offline").getBytes(UTF_8));
    }

    private void tell(String kind, byte[] payload) throws InterruptedException {
        CountDownLatch room = new CountDownLatch(1);
        Arrival arrival = new Arrival(
                "modbus:" + machine.address(),
                new Sender.Machine(machine.equipment(), true),
                PayloadDecoder.TOPIC_ROOT + machine.equipment() + "/" + kind,
                payload,
                clock.instant(),
                Publisher.NOWHERE,
                outcome -> {});
        if (!inlet.receive(arrival, room::countDown)) {
            room.await();
        }
    }
}
