package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.HistorySettings;
import wrenchline.config.Secret;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Latest;
import wrenchline.core.reading.Readings;
import wrenchline.core.reading.Taken;
import wrenchline.testkit.InfluxPeer;

@Tag("peer")
@Tag("influxdb")
class InfluxReadingsTest implements ReadingsContract, SumsContract, RetentionContract {

    @TempDir
    static Path folder;

    private static InfluxPeer peer;
    private static InfluxReadings readings;
    private static InfluxReadings untouched;
    private static InfluxReadings crowded;

    @BeforeAll
    static void open() {
        peer = InfluxPeer.start(folder);
        peer.execute("CREATE DATABASE history");
        peer.execute("CREATE DATABASE untouched");
        peer.execute("CREATE DATABASE crowded");
        readings = connect("history/autogen");
        untouched = connect("untouched");
        crowded = connect("crowded");
    }

    @AfterAll
    static void close() {
        readings.close();
        untouched.close();
        crowded.close();
        peer.close();
    }

    @Override
    public Readings readings() {
        return readings;
    }

    /** An answer of this server has a column for each name that any machine has ever sent. */
    @Override
    public Readings crowded() {
        return crowded;
    }

    @Override
    public Readings untouched() {
        return untouched;
    }

    @Override
    public void sumUp() {
        readings.sumUp();
    }

    @Test
    void thousand_different_readings_of_one_microsecond_are_all_kept_and_none_more() {
        EquipmentId lift = new EquipmentId("crowded-lift");
        List<Taken> kept = IntStream.range(0, 1_000)
                .mapToObj(seq -> ReadingsContract.reading(lift, START, seq, Map.of("load", 1.0 * seq)))
                .toList();
        Taken one = ReadingsContract.reading(lift, START, 1_000, Map.of("load", -1.0));
        readings.keep(kept.subList(0, 400));
        readings.keep(kept.subList(300, 1_000));
        try (InfluxReadings restarted = connect("history/autogen")) {
            restarted.keep(kept.subList(500, 700));
            assertThat(restarted.replay(lift, START, START.plusSeconds(1))).isEqualTo(kept);
            assertThatThrownBy(() -> restarted.keep(List.of(one)))
                    .isInstanceOfSatisfying(
                            Readings.ReadingsRefused.class,
                            refusal -> assertThat(refusal.refused()).containsExactly(one));
        }
    }

    @Test
    void large_batch_goes_in_pieces_that_the_server_takes() {
        EquipmentId lift = new EquipmentId("batch-lift");
        List<Taken> kept = ReadingsContract.series(lift, 12_000, index -> index);
        readings.keep(kept);
        assertThat(readings.replay(lift, START, START.plusSeconds(12_000))).isEqualTo(kept);
    }

    @Test
    void reading_of_which_a_metric_changed_its_type_is_refused_and_the_others_are_kept() {
        EquipmentId lift = new EquipmentId("typed-lift");
        peer.post(
                "/write?db=history",
                "readings,equipment=typed-lift code=1i " + InfluxRows.nanos(START.minusSeconds(1)));
        List<Taken> plain = ReadingsContract.series(lift, 10, index -> index);
        Taken odd = ReadingsContract.reading(lift, START.plusSeconds(20), 20, Map.of("code", 1.5));
        List<Taken> all = new ArrayList<>(plain);
        all.add(4, odd);
        assertThatThrownBy(() -> readings.keep(all))
                .isInstanceOfSatisfying(
                        Readings.ReadingsRefused.class,
                        refusal -> assertThat(refusal.refused()).containsExactly(odd));
        assertThat(readings.replay(lift, START, START.plusSeconds(60))).isEqualTo(plain);
    }

    @Test
    void killed_server_is_told_as_unavailable_and_loses_nothing() {
        EquipmentId lift = new EquipmentId("outage-lift");
        List<Taken> before = ReadingsContract.series(lift, 10, index -> index);
        Taken during = ReadingsContract.reading(lift, START.plusSeconds(50), 50, Map.of("load", 5.0));
        readings.keep(before);
        assertThat(readings.answers()).isTrue();
        peer.killServer();
        assertThat(readings.answers()).isFalse();
        assertThatThrownBy(() -> readings.keep(List.of(during))).isInstanceOf(Readings.HistoryUnavailable.class);
        assertThatThrownBy(() -> readings.replay(lift, START, START.plusSeconds(60)))
                .isInstanceOf(Readings.HistoryUnavailable.class);
        peer.startServer();
        readings.keep(List.of(during));
        assertThat(readings.replay(lift, START, START.plusSeconds(60)))
                .containsAll(before)
                .contains(during)
                .hasSize(11);
    }

    @Test
    void another_process_sees_the_latest_values() {
        EquipmentId lift = new EquipmentId("shared-lift");
        readings.keep(List.of(ReadingsContract.reading(lift, START, 1, Map.of("load", 5.0))));
        try (InfluxReadings other = connect("history/autogen")) {
            assertThat(other.latest()).contains(new Latest(lift, "load", START, 5.0));
        }
    }

    private static InfluxReadings connect(String bucket) {
        return InfluxReadings.open(new HistorySettings.Influx(peer.url(), "wrenchline", bucket, new Secret("unused")));
    }
}
