package wrenchline.testkit.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import wrenchline.testkit.FreePorts;
import wrenchline.testkit.Peer;

/** As many telephones as numbers are called, behind one SIP port: they ring, and do what the test tells them. */
public final class Telephones implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> FILES = List.of(
            "asterisk",
            "modules",
            "pjsip",
            "extensions",
            "manager",
            "rtp",
            "cdr",
            "cel",
            "logger",
            "indications",
            "stasis",
            "statsd",
            "udptl",
            "ccss",
            "features",
            "acl",
            "geolocation",
            "pjproject");

    private final Process process;
    private final Wire wire;
    private final Path folder;

    private Telephones(Process process, Wire wire, Path folder) {
        this.process = process;
        this.wire = wire;
        this.folder = folder;
    }

    /**
     * Starts them.
     *
     * @param sipPort where they are reached
     * @param hotline host and port of the exchange that they call
     * @param password with which {@code registered} numbers register there
     */
    public static Telephones start(int sipPort, String hotline, String password, List<String> registered)
            throws IOException, InterruptedException {
        // A control socket's path must be short, so not below the build folder.
        Path folder = Files.createTempDirectory("phones");
        Path root = Peer.root("asterisk");
        int amiPort = FreePorts.tcp();
        int rtpFirst = FreePorts.range(400);
        String secret = UUID.randomUUID().toString();
        for (String name : List.of("etc", "cache", "lib", "data", "spool", "log", "c", "heard")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.createSymbolicLink(
                folder.resolve("data/documentation"), root.resolve("usr/share/asterisk/documentation"));
        Map<String, String> values = Map.of(
                "RUN", folder.toString(),
                "MODULES", modules(root).toString(),
                "SIP_PORT", Integer.toString(sipPort),
                "HOTLINE", hotline,
                "AMI_PORT", Integer.toString(amiPort),
                "SECRET", secret,
                "RTP_FIRST", Integer.toString(rtpFirst),
                "RTP_LAST", Integer.toString(rtpFirst + 399),
                "REGISTRATIONS", registrations(hotline, password, registered));
        for (String name : FILES) {
            String text = template(name + ".conf");
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", value.getValue());
            }
            Files.writeString(folder.resolve("etc").resolve(name + ".conf"), text);
        }
        return boot(root, folder, amiPort, secret);
    }

    private static Telephones boot(Path root, Path folder, int amiPort, String secret)
            throws IOException, InterruptedException {
        String program = root.resolve("bin/asterisk").toString();
        String configuration = folder.resolve("etc/asterisk.conf").toString();
        Process process = new ProcessBuilder(program, "-C", configuration, "-f", "-n")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log/start.log").toFile())
                .start();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!booted(program, configuration)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IllegalStateException("the telephones do not start; see " + folder.resolve("log"));
            }
        }
        return new Telephones(process, new Wire(amiPort, secret), folder);
    }

    private static boolean booted(String program, String configuration) throws IOException {
        Process client = new ProcessBuilder(program, "-C", configuration, "-rx", "core waitfullybooted")
                .redirectErrorStream(true)
                .start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.contains("fully booted");
    }

    /** Dials {@code number} from the telephone with the number {@code from}; an empty one hides it. */
    public PhoneCall call(String from, String number) {
        String id = UUID.randomUUID().toString();
        wire.send(Map.ofEntries(
                Map.entry("Action", "Originate"),
                Map.entry("Channel", "PJSIP/" + number + "@hotline"),
                Map.entry("ChannelId", id),
                Map.entry("Context", "do"),
                Map.entry("Exten", "listen"),
                Map.entry("Priority", "1"),
                Map.entry("CallerID", from.isEmpty() ? "<anonymous>" : "<" + from + ">"),
                Map.entry("Async", "true")));
        return new PhoneCall(
                wire,
                folder.resolve("heard"),
                id,
                channel(event -> event.get("Uniqueid").equals(id), number));
    }

    /** Waits until the telephone {@code number} rings for the {@code nth} time (1 is the first). */
    public PhoneCall rings(String number, int nth) {
        Event event = wire.await(
                "telephone " + number + " to ring",
                next -> next.get("UserEvent").equals("Rings")
                        && next.get("Number").equals(number),
                nth,
                PATIENCE);
        return new PhoneCall(wire, folder.resolve("heard"), event.get("Uniqueid"), event.get("Channel"));
    }

    /** Waits until the telephone {@code number} rings. */
    public PhoneCall rings(String number) {
        return rings(number, 1);
    }

    /** Waits until the telephone {@code number} rings, and is not one that has rung out before. */
    public PhoneCall ringing(String number) {
        int nth = 1;
        PhoneCall call = rings(number, nth);
        while (call.hasEnded()) {
            nth++;
            call = rings(number, nth);
        }
        return call;
    }

    private String channel(Predicate<Event> fits, String number) {
        return wire.await("a line to " + number, event -> event.is("Newchannel") && fits.test(event), PATIENCE)
                .get("Channel");
    }

    private static String registrations(String hotline, String password, List<String> numbers) {
        StringBuilder text = new StringBuilder();
        for (String number : numbers) {
            text.append("""
                    [%1$s-secret]
                    type=auth
                    auth_type=userpass
                    username=%1$s
                    password=%2$s
                    [%1$s]
                    type=registration
                    transport=udp
                    outbound_auth=%1$s-secret
                    server_uri=sip:%3$s
                    client_uri=sip:%1$s@%3$s
                    contact_user=%1$s
                    retry_interval=1
                    forbidden_retry_interval=1
                    fatal_retry_interval=1
                    max_retries=1000
                    """.formatted(number, password, hotline));
        }
        return text.toString();
    }

    private static Path modules(Path root) throws IOException {
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(root.resolve("usr/lib"), "*-linux-gnu")) {
            return libraries.iterator().next().resolve("asterisk/modules");
        }
    }

    private static String template(String name) throws IOException {
        try (InputStream resource = Telephones.class.getResourceAsStream("/telephones/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("the telephones lack " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
