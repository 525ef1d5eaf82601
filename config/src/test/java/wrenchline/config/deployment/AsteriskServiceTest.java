package wrenchline.config.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a real Asterisk with the script and the variables of its service in docker-compose.yml. */
@Tag("peer")
@Tag("asterisk")
final class AsteriskServiceTest {

    private static final String ROOT =
            Objects.requireNonNull(System.getenv("WRENCHLINE_ASTERISK_ROOT"), "WRENCHLINE_ASTERISK_ROOT");

    @TempDir
    private Path data;

    @Test
    void the_shipped_configuration_boots_without_a_warning() throws Exception {
        Path run = data.resolve("asterisk");
        Process asterisk = start(run);
        try {
            assertThat(askWhetherBooted(run, asterisk)).contains("fully booted");
            assertThat(Files.readString(run.resolve("log/messages.log"))).doesNotContain("WARNING", "ERROR");
            assertThat(run.resolve("data/sounds/zh")).isNotEmptyDirectory();
            assertThat(ask(run, "pjsip show endpoints")).contains(" callers ", " trunk ", " 13900000001 ");
        } finally {
            asterisk.destroy();
            assertThat(asterisk.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process start(Path run) throws IOException {
        ProcessBuilder script = new ProcessBuilder("sh", "docker/asterisk.sh")
                .directory(ComposeFile.HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("console.log").toFile());
        script.environment().putAll(ComposeFile.read().environment("asterisk"));
        script.environment()
                .putAll(Map.of(
                        "WRENCHLINE_HOME", ComposeFile.HOME.toString(),
                        "ASTERISK_ROOT", ROOT,
                        "WRENCHLINE_HOTLINE_ASTERISK_SPOOL", run.toString(),
                        "WRENCHLINE_HOTLINE_TRUNK", "127.0.0.1:5062",
                        "ASTERISK_TELEPHONES", "13900000001 13900000002",
                        "WRENCHLINE_HOTLINE_SIP_PORT", freeUdpPort(),
                        "WRENCHLINE_HOTLINE_AMI_PORT", freeTcpPort()));
        return script.start();
    }

    /** Asterisk's own answer; it comes when the boot is over, and is asked for until its control socket is there. */
    private static String askWhetherBooted(Path run, Process asterisk) throws IOException, InterruptedException {
        String answer = "";
        while (asterisk.isAlive() && !answer.contains("fully booted")) {
            answer = ask(run, "core waitfullybooted");
        }
        return answer;
    }

    private static String ask(Path run, String command) throws IOException, InterruptedException {
        String configuration = run.resolve("etc/asterisk.conf").toString();
        Process asking = new ProcessBuilder(ROOT + "/bin/asterisk", "-C", configuration, "-rx", command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor();
        return answer;
    }

    private static String freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static String freeTcpPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
