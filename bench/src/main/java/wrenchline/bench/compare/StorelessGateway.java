package wrenchline.bench.compare;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import wrenchline.config.ModelFiles;
import wrenchline.config.MqttSettings;
import wrenchline.config.Quota;
import wrenchline.config.QuotaSettings;
import wrenchline.config.Secret;
import wrenchline.core.detection.LimitDetector;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.gateway.detecting.Detectors;
import wrenchline.gateway.identity.Attempt;
import wrenchline.gateway.identity.Doorkeeper;
import wrenchline.gateway.identity.Identity;
import wrenchline.gateway.identity.Verdict;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.IngestSettings;
import wrenchline.gateway.ingest.Stores;
import wrenchline.gateway.intake.Disk;
import wrenchline.gateway.mqtt.MqttEndpoint;
import wrenchline.gateway.mqtt.hub.Retention;
import wrenchline.gateway.payload.PayloadDecoder;
import wrenchline.gateway.quota.Meters;

/**
 * The endpoint and the pipeline as they are delivered, up to the history and the database, which forget everything. Says on its
 * standard output on which port it listens, and then ten times a second how many readings it has forgotten.
 */
public final class StorelessGateway {

    private static final long LOOK_MILLIS = 100;
    private static final long SPOOL = 8L << 30;
    private static final QuotaSettings QUOTAS =
            new QuotaSettings(new Quota(2_000, 2 << 20, Duration.ofSeconds(10), 500, 0), Map.of());

    private StorelessGateway() {}

    /** {@code StorelessGateway FOLDER CONFIG}: for the intake log, and with the equipment models. */
    @SuppressWarnings("SystemOut") // read by who started it
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, EquipmentModel> models =
                ModelFiles.read(Path.of(arguments[1]).resolve("models"));
        EquipmentModel lift = Objects.requireNonNull(models.get(Site.MODEL));
        Detectors detectors = equipment -> Optional.of(new LimitDetector(lift));
        Forgetful forgetful = new Forgetful();
        Unlearned unlearned = new Unlearned();
        Ingest ingest = new Ingest(
                new PayloadDecoder(65_536),
                new Stores(forgetful, forgetful, forgetful, forgetful, unlearned, unlearned),
                detectors,
                forgetful,
                IngestSettings.usual(Path.of(arguments[0]), SPOOL, QUOTAS, Duration.ofMinutes(45)),
                Disk.REAL,
                InstantSource.system());
        MqttSettings settings =
                new MqttSettings("127.0.0.1", 0, 0, List.of(), "", new Secret(""), true, Duration.ofMinutes(5), 65_536);
        MqttEndpoint endpoint = new MqttEndpoint(
                Vertx.vertx(),
                settings,
                new OpenDoor(),
                identity -> ingest,
                new Meters(QUOTAS, InstantSource.system()),
                Retention.NONE,
                InstantSource.system());
        System.out.println(endpoint.start());
        while (true) {
            System.out.println(ingest.snapshot().storing().stored());
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private record OpenDoor() implements Doorkeeper {

        @Override
        public CompletionStage<Verdict> admit(Attempt attempt) {
            return CompletableFuture.completedStage(new Verdict.In(new Identity.Site()));
        }

        @Override
        public boolean holds(Identity identity) {
            return true;
        }
    }
}
