package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import wrenchline.config.MqttSettings;
import wrenchline.config.Secret;
import wrenchline.gateway.Site;
import wrenchline.gateway.identity.Directory;
import wrenchline.gateway.identity.Door;
import wrenchline.gateway.identity.Guard;
import wrenchline.gateway.identity.MemoryAccounts;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.mqtt.hub.Retention;
import wrenchline.gateway.quota.Meters;

/** An endpoint on a free port in front of a site in memory, and devices that connect to it by Paho. */
final class EndpointFixture implements AutoCloseable {

    static final String USERNAME = "controller";
    static final String PASSWORD = "a password for tests";

    final Vertx vertx = Vertx.vertx();
    final Site site;
    final MemoryAccounts accounts = new MemoryAccounts();
    final Directory directory = new Directory(accounts);
    final Door door;
    final Guard guard;
    final Meters meters;
    final MqttEndpoint endpoint;
    final int port;

    EndpointFixture() {
        this(new Site(), EndpointLimits.usual());
    }

    EndpointFixture(Site site, EndpointLimits limits) {
        this(site, limits, site.ingest);
    }

    /** @param inlet where everything goes that machines may say */
    EndpointFixture(Site site, EndpointLimits limits, Inlet inlet) {
        this(site, limits, inlet, Retention.NONE);
    }

    EndpointFixture(Site site, EndpointLimits limits, Inlet inlet, Retention retention) {
        this.site = site;
        this.meters = new Meters(Site.QUOTAS, site.clock);
        MqttSettings settings = new MqttSettings(
                "127.0.0.1",
                0,
                0,
                List.of(),
                USERNAME,
                new Secret(PASSWORD),
                true,
                Duration.ofMinutes(5),
                Site.MAX_PAYLOAD_BYTES);
        this.door = new Door(settings, directory, accounts::used, site.clock);
        this.guard = new Guard(inlet, site.ingest);
        this.endpoint = new MqttEndpoint(vertx, settings, limits, door, guard::inlet, meters, retention, site.clock);
        this.port = endpoint.start();
    }

    /** The accounts have changed: what the product does all the time. */
    void review() {
        directory.refresh();
        endpoint.review();
    }

    /** A device that is connected. */
    MqttAsyncClient device(String id, MqttConnectOptions options) throws MqttException {
        MqttAsyncClient device = new MqttAsyncClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        device.connect(options).waitForCompletion(TimeUnit.SECONDS.toMillis(20));
        return device;
    }

    MqttAsyncClient device(String id) throws MqttException {
        return device(id, options());
    }

    static MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(USERNAME);
        options.setPassword(PASSWORD.toCharArray());
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setMaxInflight(10_000);
        return options;
    }

    static byte[] reading(long seq) {
        return ("{\"ts\": " + Instant.now().toEpochMilli() + ", \"seq\": " + seq + ", \"values\": {\"oil_temp\": 50}}")
                .getBytes(UTF_8);
    }

    @Override
    public void close() {
        site.disk.open();
        endpoint.close();
        door.close();
        site.close();
        vertx.close().await();
    }
}
