package wrenchline.dashboard.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import wrenchline.testkit.Peer;

/** A real headless Chromium. */
final class Chromium implements AutoCloseable {

    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** The one that all tests of this run share; each has its own tab, with its own cookies and storage. */
    static Chromium shared() {
        return Shared.CHROMIUM;
    }

    /** Started by whoever asks first, closed with the Java machine. */
    private static final class Shared {
        static final Chromium CHROMIUM = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(CHROMIUM::close, "close-chromium"));
        }
    }

    static Chromium start() {
        try {
            Path profile = Files.createTempDirectory("wrenchline-chromium");
            Process process = new ProcessBuilder(command(profile))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Chromium(process, profile, DevTools.connect(address(process)));
        } catch (IOException missing) {
            throw new UncheckedIOException("starting Chromium for a test of the page", missing);
        }
    }

    /** A new page of its own, with its own cookies and storage. */
    Tab tab() {
        String context = tools.call("Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String target = tools.call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        String session = tools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new Tab(tools, session);
    }

    @Override
    public void close() {
        tools.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            delete(profile);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path profile) {
        List<String> command = new ArrayList<>(List.of(
                Peer.root("chromium").resolve("bin/chromium").toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-color-profile=srgb"));
        if (System.getProperty("user.name").equals("root")) {
            // Chromium's own sandbox refuses root; the only page that is opened is ours.
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        return command;
    }

    private static String address(Process process) {
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread.ofVirtual().name("chromium-log").start(() -> {
            try (BufferedReader log = process.errorReader()) {
                for (String line = log.readLine(); line != null; line = log.readLine()) {
                    if (line.startsWith(LISTENING)) {
                        address.complete(line.substring(LISTENING.length()).strip());
                    }
                }
                address.completeExceptionally(new IOException("Chromium ended before it listened"));
            } catch (IOException closed) {
                address.completeExceptionally(closed);
            }
        });
        return address.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException stillInUse) {
            folder.toFile().deleteOnExit();
        }
    }
}
