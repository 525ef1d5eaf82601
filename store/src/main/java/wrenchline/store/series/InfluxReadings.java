package wrenchline.store.series;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import wrenchline.config.HistorySettings;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DayCount;
import wrenchline.core.reading.Horizon;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Micros;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.store.series.InfluxPlaces.Placed;

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
    private final InfluxPlaces places;
    private final InfluxSums sums;
    private final OpenHours open;
    private volatile @Nullable SummingUp summingUp;
    private volatile Sealed sealed = new Sealed(Horizon.NONE);
    private boolean looked;

    private InfluxReadings(InfluxDBClient client, HistorySettings.Influx settings) {
        this.client = client;
        this.writes = new InfluxWrites(client.getWriteApiBlocking(), settings.bucket(), settings.organisation());
        this.queries = new InfluxQueries(client.getInfluxQLQueryApi(), settings.bucket());
        this.places = new InfluxPlaces(queries);
        this.sums = new InfluxSums(queries, writes);
        this.open = new OpenHours(sums);
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

    /** One caller after the other: where a reading may lie depends on those before it. */
    @Override
    public synchronized void keep(List<Taken> readings) {
        if (summingUp == null) {
            // Only the process that writes knows when an hour is complete.
            summingUp = new SummingUp(open, sums::sumUp);
        }
        List<Taken> refused = new ArrayList<>();
        open.during(readings, () -> refused.addAll(write(readings)));
        if (!refused.isEmpty()) {
            throw new ReadingsRefused("keeping readings: InfluxDB cannot hold them", refused);
        }
    }

    /** Returns those that were refused. */
    private List<Taken> write(List<Taken> readings) {
        Map<Boolean, List<Taken>> split = readings.stream().collect(Collectors.partitioningBy(this::isPossible));
        List<Taken> possible = split.getOrDefault(true, List.of());
        List<Placed> placed = places.place(possible);
        Set<Taken> refused = new HashSet<>(writes.write(placed));
        placed.stream()
                .filter(one -> !refused.contains(one.taken()))
                .forEach(one -> latest.see(one.taken().reading()));
        refused.addAll(split.getOrDefault(false, List.of()));
        if (placed.size() < possible.size()) {
            Set<Taken> found = placed.stream().map(Placed::taken).collect(Collectors.toSet());
            possible.stream().filter(taken -> !found.contains(taken)).forEach(refused::add);
        }
        return readings.stream().filter(refused::contains).toList();
    }

    @Override
    public List<Point> history(EquipmentId equipment, String metric, Instant from, Instant to, int points) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        Buckets buckets = Buckets.of(from, to, points);
        NavigableSet<Long> unsummed = new TreeSet<>(sums.read());
        return Pieces.of(buckets, unsummed, sealed.kept()).stream()
                .map(piece -> queries.aggregate(equipment, metric, buckets, piece))
                .collect(buckets.points());
    }

    /** Sums up what is not summed up yet and not being written to, now and not later. */
    void sumUp() {
        SummingUp writing = summingUp;
        if (writing != null) {
            writing.run(Duration.ZERO);
        }
    }

    @Override
    public void seal(Horizon horizon) {
        sealed = new Sealed(horizon);
        open.awaitCalmBefore(Micros.of(horizon.readings()));
    }

    @Override
    public void purge() {
        SummingUp writing = summingUp;
        Horizon horizon = sealed.horizon();
        if (writing != null && writing.isDoneBefore(Micros.of(horizon.readings()))) {
            delete(InfluxRows.MEASUREMENT, horizon.readings());
            delete(InfluxRows.OPEN_HOURS, horizon.readings());
            delete(InfluxRows.MINUTES, horizon.minutes());
            delete(InfluxRows.HOURS, horizon.hours());
        }
    }

    private void delete(String measurement, Instant before) {
        if (before.isAfter(Instant.EPOCH)) {
            queries.delete(measurement, before);
        }
    }

    private boolean isPossible(Taken taken) {
        return InfluxWrites.possible(taken.reading())
                && !taken.reading().at().isBefore(sealed.from())
                && latest.hasRoom(taken.reading());
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
        SummingUp writing = summingUp;
        if (writing != null) {
            writing.close();
        }
        client.close();
    }
}
