package wrenchline.gateway.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wrenchline.gateway.Site;

/** A controller that shares nothing with us: npm's jsmodbus. */
@Tag("peer")
@Tag("modbus")
class ModbusPeerTest {

    @Test
    void every_kind_of_register_is_read() throws Exception {
        try (Site site = new Site();
                ModbusPolling polling = new ModbusPolling(site.ingest, site.clock)) {
            Process controller = controller();
            try {
                int port = Integer.parseInt(controller.inputReader().readLine());
                polling.follow(Set.of(SampleRegisters.at("lift-01", port, SampleRegisters.MAP)));
                await(() -> site.history.kept().size() >= 3);
            } finally {
                controller.destroyForcibly();
            }
            assertThat(site.stored())
                    .allSatisfy(reading -> assertThat(reading.values()).isEqualTo(SampleRegisters.VALUES));
        }
    }

    private static Process controller() throws IOException, URISyntaxException {
        String root = Objects.requireNonNull(
                System.getenv("WRENCHLINE_MODBUS_ROOT"),
                "WRENCHLINE_MODBUS_ROOT is not set; 'tools/peer modbus' makes the folder it names");
        Path script = Path.of(Objects.requireNonNull(ModbusPeerTest.class.getResource("/modbus-controller.js"))
                .toURI());
        // Bits 9 and 2 of the two tables of bits; input register 5 is 43.
        String tables = "{\"holding\": \"" + HexFormat.of().formatHex(SampleRegisters.holding())
                + "\", \"input\": \"00000000000000000000002b\", \"coils\": \"0002\", \"discrete\": \"04\"}";
        ProcessBuilder builder = new ProcessBuilder(root + "/bin/node", script.toString(), tables);
        builder.environment().put("NODE_PATH", root + "/node_modules");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder.start();
    }
}
