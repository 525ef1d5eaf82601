package wrenchline.store.series;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;

/**
 * The telemetry history in an InfluxDB server; {@link InfluxRows} says how readings lie there.
 */
public final class InfluxReadings implements Readings, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** How many readings of each machine are looked at for metrics that do not come with every reading. */
    private static final int FIRST_LOOK = 100;

    /** The client warns of every empty answer. */
    private static final Logger CLIENT_LOG = Logger.getLogger("com.influxdb.internal.AbstractQueryApi");

    static {
        CLIENT_LOG.setLevel(Level.SEVERE);
    }

    private final InfluxDBClient client;
    private final InfluxWrites writes;
    private final InfluxQueries queries;
    private final LatestValues latest = new LatestValues();
    private boolean looked;

    private InfluxReadings(InfluxDBClient client, HistorySettings.Influx settings) {
        this.client = client;
        this.writes = new InfluxWrites(client.getWriteApiBlocking(), settings.bucket(), settings.organisation());
        this.queries = new InfluxQueries(client.getInfluxQLQueryApi(), settings.bucket());
    }

    /** Prepares the way to a server; whether it is there shows with the first reading. */
    public static InfluxReadings open(HistorySettings.Influx settings) {
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .socketFactory(new NoDelay())
                .connectTimeout(CONNECT)
                .writeTimeout(ANSWER)
                .readTimeout(ANSWER);
        InfluxDBClientOptions options = InfluxDBClientOptions.builder()
                .url(settings.url())
                .authenticateToken(settings.token().value().toCharArray())
                .org(settings.organisation())
                .bucket(settings.bucket())
                .okHttpClient(http)
                .build();
        return new InfluxReadings(InfluxDBClientFactory.create(options), settings);
    }

    @Override
    public void keep(List<Taken> readings) {
        Map<Boolean, List<Taken>> split = readings.stream().collect(Collectors.partitioningBy(this::isPossible));
        List<Taken> possible = split.getOrDefault(true, List.of());
        List<Taken> refused = new ArrayList<>(split.getOrDefault(false, List.of()));
        if (!possible.isEmpty()) {
            List<Taken> refusedByServer = writes.write(possible);
            possible.stream()
                    .filter(taken -> !refusedByServer.contains(taken))
                    .forEach(taken -> latest.see(taken.reading()));
            refused.addAll(refusedByServer);
        }
        if (!refused.isEmpty()) {
            throw new ReadingsRefused("keeping readings: InfluxDB cannot hold them", refused);
        }
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        return queries.history(equipment, metric, from, to, points);
    }

    private boolean isPossible(Taken taken) {
        return InfluxWrites.possible(taken.reading()) && latest.hasRoom(taken.reading());
    }

    @Override
    public Map<Reading, Long> find(Collection<Reading> readings) {
        return Search.find(readings, this::replay);
    }

    @Override
    public List<DayCount> counts(Instant from, Instant to) {
        return queries.counts(from, to);
    }

    @Override
    public boolean answers() {
        try {
            queries.ping();
            return true;
        } catch (HistoryUnavailable _) {
            return false;
        }
    }

    @Override
    public List<Taken> replay(EquipmentId equipment, Instant from, Instant to) {
        return queries.replay(equipment, from, to);
    }

    /** Asks the server too, because another process may be the one that writes. */
    @Override
    public synchronized List<Latest> latest() {
        queries.newest(looked ? 1 : FIRST_LOOK).forEach(latest::see);
        looked = true;
        return latest.all();
    }

    @Override
    public void close() {
        client.close();
    }
}
