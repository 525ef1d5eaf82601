package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.testkit.InfluxPeer;

/** A real InfluxDB goes away in the middle of ingest and comes back. */
@Tag("peer")
@Tag("influxdb")
class HistoryAwayStoryTest {

    /** A large reading, so that the smallest spool comes near its end after some thousand. */
    private static final String VALUES = IntStream.range(0, 400)
            .mapToObj(index ->
                    "\"measurement_with_a_rather_long_name_to_fill_the_spool_%03d\": %d".formatted(index, index))
            .collect(Collectors.joining(", ", "{", "}"));

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void what_arrives_while_the_history_is_away_is_spooled_told_and_replayed_in_order() throws Exception {
        Path data = folder.resolve("product");
        try (InfluxPeer influx = InfluxPeer.start(folder.resolve("influx"))) {
            influx.execute("CREATE DATABASE history");
            try (RunningProduct product = RunningProduct.start(
                            data,
                            "--roles=gateway,dashboard",
                            "--set=history.kind=influxdb",
                            "--set=history.url=" + influx.url(),
                            "--set=history.bucket=history/autogen",
                            "--set=intake.spoolMegabytes=64");
                    NumberedMachine machine = new NumberedMachine(product, "lift-88", VALUES)) {
                machine.publish(100);
                RunningProduct.waitFor(
                        "the first readings", () -> machine.stored().size() == 100);

                influx.killServer();
                RunningProduct.waitFor("the outage to be told", () -> !product.isUp("history"));
                while (!reason(product).contains("80 %")) {
                    machine.publish(100);
                }
                assertThat(spooled(data)).isBetween(50 * MEGABYTE, 64 * MEGABYTE);

                influx.startServer();
                machine.publish(100);
                RunningProduct.waitFor("all to be well", () -> product.isUp("history") && product.isUp("intake"));
                RunningProduct.waitFor(
                        "all readings", () -> machine.account().get("stored").asLong() == machine.sent());
                assertThat(machine.stored())
                        .isEqualTo(LongStream.range(0, machine.sent()).boxed().toList());
                assertThat(machine.account().get("agrees").asBoolean()).isTrue();
            }
        }
    }

    private static String reason(RunningProduct product) {
        return RunningProduct.find(
                        product.get("/status").get("parts"),
                        part -> part.get("name").asText().equals("intake"))
                .orElseThrow()
                .path("reason")
                .asText("");
    }

    private static long spooled(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("intake"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
