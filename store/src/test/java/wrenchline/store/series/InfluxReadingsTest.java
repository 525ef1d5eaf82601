package wrenchline.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
class InfluxReadingsTest implements ReadingsContract {

    @TempDir
    static Path folder;

    private static InfluxPeer peer;
    private static InfluxReadings readings;

    @BeforeAll
    static void open() {
        peer = InfluxPeer.start(folder);
        peer.execute("CREATE DATABASE history");
        readings = connect();
    }

    @AfterAll
    static void close() {
        readings.close();
        peer.close();
    }

    @Override
    public Readings readings() {
        return readings;
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
        try (InfluxReadings other = connect()) {
            assertThat(other.latest()).contains(new Latest(lift, "load", START, 5.0));
        }
    }

    private static InfluxReadings connect() {
        return InfluxReadings.open(
                new HistorySettings.Influx(peer.url(), "wrenchline", "history/autogen", new Secret("unused")));
    }
}
