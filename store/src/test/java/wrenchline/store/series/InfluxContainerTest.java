package wrenchline.store.series;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import wrenchline.config.HistorySettings;
import wrenchline.config.Secret;
import wrenchline.core.reading.Readings;

/** The same promises on InfluxDB 2, where a Docker engine is there. */
@Tag("docker")
class InfluxContainerTest implements ReadingsContract, SumsContract {

    private static final Secret TOKEN = new Secret("a token of these tests");

    @SuppressWarnings("resource") // closed after all tests
    private static final GenericContainer<?> SERVER = new GenericContainer<>("influxdb:2.7")
            .withEnv(Map.of(
                    "DOCKER_INFLUXDB_INIT_MODE", "setup",
                    "DOCKER_INFLUXDB_INIT_USERNAME", "wrenchline",
                    "DOCKER_INFLUXDB_INIT_PASSWORD", "a password of these tests",
                    "DOCKER_INFLUXDB_INIT_ORG", "wrenchline",
                    "DOCKER_INFLUXDB_INIT_BUCKET", "history",
                    "DOCKER_INFLUXDB_INIT_ADMIN_TOKEN", TOKEN.value()))
            .withExposedPorts(8086)
            .waitingFor(Wait.forHttp("/ping").forPort(8086).forStatusCode(204));

    private static InfluxReadings readings;

    @BeforeAll
    static void open() {
        SERVER.start();
        String url = "http://" + SERVER.getHost() + ":" + SERVER.getMappedPort(8086);
        readings = InfluxReadings.open(new HistorySettings.Influx(url, "wrenchline", "history", TOKEN));
    }

    @AfterAll
    static void close() {
        readings.close();
        SERVER.close();
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Override
    public void sumUp() {
        readings.sumUp();
    }
}
