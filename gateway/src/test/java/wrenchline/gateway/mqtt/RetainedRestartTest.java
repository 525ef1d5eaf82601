package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.next;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.gateway.GatedDisk;
import wrenchline.gateway.Site;
import wrenchline.gateway.mqtt.hub.RetainedLog;

class RetainedRestartTest {

    private static final String STATUS = "equipment/lift-01/status";

    @TempDir
    Path folder;

    private final GatedDisk disk = new GatedDisk();

    @Test
    void a_retained_status_is_acknowledged_when_it_would_outlive_us_and_told_after_a_restart() throws Exception {
        try (RetainedLog log = open();
                EndpointFixture fixture = fixture(log)) {
            MqttAsyncClient device = device(fixture);
            disk.close();
            IMqttDeliveryToken status = device.publish(STATUS, bytes("online"), 1, true);
            // The reading of it is on disk, what is retained of it is not.
            next(disk.syncs);
            assertThat(fixture.site.ingest.snapshot().acknowledged()).isOne();
            assertThat(status.isComplete()).isFalse();
            disk.open();
            status.waitForCompletion(20_000);
        }
        try (RetainedLog log = open();
                EndpointFixture fixture = fixture(log)) {
            MqttAsyncClient device = device(fixture);
            assertThat(next(told(device))).isEqualTo("online");
            device.publish(STATUS, new byte[0], 1, true).waitForCompletion(20_000);
        }
        try (RetainedLog log = open();
                EndpointFixture fixture = fixture(log)) {
            MqttAsyncClient device = device(fixture);
            BlockingQueue<String> told = told(device);
            device.publish(STATUS, bytes("offline"), 1, false).waitForCompletion(20_000);
            assertThat(next(told)).as("nothing retained came before").isEqualTo("offline");
        }
    }

    private RetainedLog open() {
        return RetainedLog.open(folder, disk, InstantSource.system());
    }

    private static EndpointFixture fixture(RetainedLog log) {
        Site site = new Site();
        return new EndpointFixture(site, EndpointLimits.usual(), site.ingest, log);
    }

    private static MqttAsyncClient device(EndpointFixture fixture) throws Exception {
        return fixture.device("lift-01");
    }

    /** What {@code client} is told from its subscription on. */
    private static BlockingQueue<String> told(MqttAsyncClient client) throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        client.subscribe(STATUS, 1, (topic, message) -> told.add(new String(message.getPayload(), UTF_8)))
                .waitForCompletion(20_000);
        return told;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
