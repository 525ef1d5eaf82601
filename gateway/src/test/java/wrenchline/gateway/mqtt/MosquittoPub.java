package wrenchline.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real {@code mosquitto_pub}: a controller that we did not write. */
final class MosquittoPub {

    private final Path program;
    private final List<String> arguments;

    /** @param arguments how to connect */
    MosquittoPub(String... arguments) {
        String root = System.getenv("WRENCHLINE_MOSQUITTO_ROOT");
        if (root == null) {
            throw new IllegalStateException(
                    "WRENCHLINE_MOSQUITTO_ROOT is not set; 'tools/peer mosquitto' makes the folder it names");
        }
        this.program = Path.of(root, "bin/mosquitto_pub");
        this.arguments = List.of(arguments);
    }

    /**
     * How it ended.
     *
     * @param exit 0 when the message was acknowledged
     */
    record Outcome(int exit, String said) {}

    /** Publishes one message at QoS 1. */
    Outcome publish(String topic, byte[] payload) throws IOException, InterruptedException {
        Process process = start("-t", topic, "-s");
        try (var input = process.getOutputStream()) {
            input.write(payload);
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    /** Publishes each line that it is given, and stays connected in between. */
    Process publishLines(String topic) throws IOException {
        return start("-t", topic, "-l");
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-q", "1"));
        command.addAll(arguments);
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
