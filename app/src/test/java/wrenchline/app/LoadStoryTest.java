package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.LoadGenerator;
import wrenchline.bench.load.LoadResult;

/** As many messages as are taken, through all that is delivered: what is acknowledged is in the history in the end. */
@Tag("slow")
class LoadStoryTest {

    /** So few that each sends hundreds of readings in a millisecond. */
    private static final int MACHINES = 10;

    private static final int UNACKNOWLEDGED = 500;

    @TempDir
    Path data;

    @Test
    void what_was_acknowledged_flat_out_is_in_the_history_and_in_the_books() throws Exception {
        try (RunningProduct product = RunningProduct.start(data, "--roles=gateway,dashboard")) {
            long acknowledged = publish(product.load().with(MACHINES, UNACKNOWLEDGED, Load.FLAT_OUT));
            RunningProduct.waitFor(
                    acknowledged + " readings in the history", () -> total(product, "stored") >= acknowledged);
            assertThat(total(product, "received")).isEqualTo(acknowledged);
            assertThat(total(product, "inHistory")).isEqualTo(acknowledged);
        }
    }

    private static long publish(Load load) throws Exception {
        try (LoadGenerator generator = LoadGenerator.connect(load, Load.machines("load", MACHINES))) {
            LoadResult result = generator.run(Duration.ofSeconds(3), () -> true);
            return result.acknowledged();
        }
    }

    private static long total(RunningProduct product, String count) {
        long total = 0;
        for (JsonNode machine : product.get("/ledger?days=2&wait=10").get("items")) {
            total += machine.get(count).asLong();
        }
        return total;
    }
}
