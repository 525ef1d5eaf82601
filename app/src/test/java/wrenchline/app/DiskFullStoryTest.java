package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full and get room again. Needs root, for small disks of its own. */
@Tag("power-cut")
class DiskFullStoryTest {

    /** Large readings, so that few of them need more room on the disk than is left. */
    private static final String VALUES = IntStream.range(0, 100)
            .mapToObj(index -> "\"m%d\": %d".formatted(index, index))
            .collect(Collectors.joining(", ", "{", "}"));

    /** Batches of 500 readings that together need several megabytes. */
    private static final int ENOUGH = 12;

    @TempDir
    static Path data;

    private static RunningProduct product;

    @BeforeAll
    static void start() throws Exception {
        mount("questdb", "200m");
        mount("intake", "64m");
        product = RunningProduct.start(data, "--roles=gateway,dashboard");
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
        run("umount", data.resolve("questdb").toString());
        run("umount", data.resolve("intake").toString());
    }

    @Test
    void full_disk_of_the_history_delays_no_acknowledgement_and_loses_nothing() throws Exception {
        try (NumberedMachine machine = new NumberedMachine(product, "lift-88", VALUES)) {
            machine.publish(500);
            RunningProduct.waitFor("the first readings", () -> machine.stored().size() == 500);
            Path filler = fill("questdb");
            for (int batch = 0; batch < ENOUGH; batch++) {
                machine.publish(500);
            }
            RunningProduct.waitFor(
                    "the full disk to be told", () -> !product.isUp("history") || !product.isUp("intake"));
            machine.publish(500);
            Files.delete(filler);
            awaitAll(machine);
        }
    }

    @Test
    void full_disk_of_the_intake_slows_the_source_and_loses_nothing() throws Exception {
        try (NumberedMachine machine = new NumberedMachine(product, "lift-89", VALUES)) {
            machine.publish(500);
            Path filler = fill("intake");
            List<IMqttDeliveryToken> sent = machine.send(900);
            RunningProduct.waitFor("the full disk to be told", () -> !product.isUp("intake"));
            assertThat(sent).anyMatch(token -> !token.isComplete());
            Files.delete(filler);
            for (IMqttDeliveryToken one : sent) {
                one.waitForCompletion();
            }
            awaitAll(machine);
        }
    }

    private static void awaitAll(NumberedMachine machine) {
        RunningProduct.waitFor("all to be well", () -> product.isUp("history") && product.isUp("intake"));
        RunningProduct.waitFor(
                "all readings", () -> machine.account().get("stored").asLong() == machine.sent());
        assertThat(machine.stored())
                .isEqualTo(LongStream.range(0, machine.sent()).boxed().toList());
        assertThat(machine.account().get("agrees").asBoolean()).isTrue();
    }

    /** Leaves no room on a disk. */
    private static Path fill(String name) throws IOException {
        Path filler = data.resolve(name).resolve("filler");
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException _) {
            // The disk is full now.
            return filler;
        }
    }

    private static void mount(String name, String size) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(data.resolve(name));
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
